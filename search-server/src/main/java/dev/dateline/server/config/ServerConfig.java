package dev.dateline.server.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the server is set up. Its defaults are those of {@link Setting}.
 *
 * @param index the folder of the index
 * @param host the name or number of the address to listen on
 * @param port the port to listen on, 0 to 65535; 0 for any that is free
 * @param keys the keys; where none may write, nobody may
 * @param backupFolder where backups go that are asked for over HTTP, or null for none
 * @param openToRead whether one may search without a key
 * @param rateLimit the requests that a client may make, or null for any number
 * @param corsOrigins the origins whose pages may read answers; {@code *} is all of them
 * @param trustProxy whether to believe the forwarded headers
 * @param accessLog {@code off}, {@code -} for standard error, or a file
 * @param slowQuery the time from which on a search is logged, or null for never
 * @param verifyEvery how often the files of the index are read to see whether they are damaged, or
 *     null for never
 * @param limits what keeps one from taking it all
 */
public record ServerConfig(
    Path index,
    String host,
    int port,
    ApiKeys keys,
    @Nullable Path backupFolder,
    boolean openToRead,
    @Nullable Rate rateLimit,
    List<String> corsOrigins,
    boolean trustProxy,
    String accessLog,
    @Nullable Duration slowQuery,
    @Nullable Duration verifyEvery,
    Limits limits) {

  /** Listens on 127.0.0.1, port 8080, and takes no writes: the defaults. */
  public static ServerConfig of(Path index) {
    return read(Map.of(Setting.INDEX, index.toString()), Map.of(), null);
  }

  /**
   * Reads the settings: what the options do not say is looked for in the environment, then in the
   * file, then it is the default.
   *
   * @param environment as {@link System#getenv()} gives it
   * @param file a properties file, or null
   * @throws IllegalArgumentException if a value is not one; the message says which and where it
   *     stands
   */
  public static ServerConfig read(
      Map<Setting, String> options, Map<String, String> environment, @Nullable Path file) {
    return of(Settings.of(options, environment, file));
  }

  /**
   * The configuration that these settings make.
   *
   * @throws IllegalArgumentException as {@link #read} says
   */
  public static ServerConfig of(Settings settings) {
    SettingValues values = new SettingValues(settings);
    ApiKeys keys = keys(settings, values);
    boolean openToRead = values.choice(Setting.READ_ACCESS, "open", "key").equals("open");
    if (!openToRead && !keys.allow(Scope.READ)) {
      throw settings.wrong(Setting.READ_ACCESS, "there is no key; make one with: dateline key add");
    }
    return new ServerConfig(
        values.path(Setting.INDEX),
        values.text(Setting.HOST),
        values.whole(Setting.PORT, 0, 65_535),
        keys,
        values.pathUnless(Setting.BACKUP_FOLDER, ""),
        openToRead,
        values.rateOrOff(Setting.RATE_LIMIT),
        values.list(Setting.CORS_ORIGIN),
        values.flag(Setting.TRUST_PROXY),
        values.text(Setting.ACCESS_LOG),
        values.spanOrOff(Setting.SLOW_QUERY),
        values.spanOrOff(Setting.VERIFY_EVERY),
        Limits.of(values));
  }

  /** The same on another port; 0 for any that is free. */
  public ServerConfig withPort(int port) {
    return new ServerConfig(
        index,
        host,
        port,
        keys,
        backupFolder,
        openToRead,
        rateLimit,
        corsOrigins,
        trustProxy,
        accessLog,
        slowQuery,
        verifyEvery,
        limits);
  }

  private static ApiKeys keys(Settings settings, SettingValues values) {
    List<ApiKey> keys = new ArrayList<>();
    if (!values.text(Setting.API_KEY).isEmpty()) {
      keys.add(ApiKey.ofSecret("api-key", Scope.ADMIN, values.text(Setting.API_KEY)));
    }
    Path file = values.pathUnless(Setting.API_KEY_FILE, "");
    if (file == null) {
      return ApiKeys.of(keys);
    }
    try {
      KeyFile keyFile = KeyFile.open(file);
      if (keyFile.keys().isEmpty()) {
        throw settings.wrong(Setting.API_KEY_FILE, "the file holds no key");
      }
      return ApiKeys.of(keys, keyFile);
    } catch (IOException e) {
      throw settings.wrong(Setting.API_KEY_FILE, "the file cannot be read (" + e + ")");
    }
  }
}
