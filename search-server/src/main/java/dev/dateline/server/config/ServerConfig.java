package dev.dateline.server.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the server is set up.
 *
 * @param index the folder of the index
 * @param host the name or number of the address to listen on
 * @param port the port to listen on, 0 to 65535; 0 for any that is free
 * @param keys the keys that writes need; without any, nobody may write
 * @param maxBody the largest body of a request, in bytes
 * @param threads the most threads, at least {@value #LEAST_THREADS}
 * @param queue the most requests that wait for a thread, and connections that wait to be accepted
 * @param idleTimeout how long a connection may be silent before it is closed
 * @param drainTime how long requests in flight may take to end when the server stops
 */
public record ServerConfig(
    Path index,
    String host,
    int port,
    ApiKeys keys,
    int maxBody,
    int threads,
    int queue,
    Duration idleTimeout,
    Duration drainTime) {

  /** What the web server needs for itself, and a few that answer. */
  static final int LEAST_THREADS = 8;

  /** Listens on 127.0.0.1, port 8080, and takes no writes: the defaults. */
  public static ServerConfig of(Path index) {
    return new ServerConfig(
        index,
        "127.0.0.1",
        8080,
        ApiKeys.of(List.of()),
        16 << 20,
        Math.max(16, 4 * Runtime.getRuntime().availableProcessors()),
        1024,
        Duration.ofSeconds(30),
        Duration.ofSeconds(20));
  }

  /**
   * Reads the settings: what the options do not say is looked for in the environment, then in the
   * file, then it is the default.
   *
   * @param environment as {@link System#getenv()} gives it
   * @param file a properties file, or null
   * @throws IllegalArgumentException if the index is missing, or a value is not one; the message
   *     says which and where it stands
   */
  public static ServerConfig read(
      Map<Setting, String> options, Map<String, String> environment, @Nullable Path file) {
    Settings settings = new Settings(options, environment, file);
    ServerConfig usual = of(Path.of(settings.text(Setting.INDEX, "dateline-index")));
    return new ServerConfig(
        usual.index,
        settings.text(Setting.HOST, usual.host),
        settings.whole(Setting.PORT, 0, 65_535, usual.port),
        keys(settings),
        settings.size(Setting.MAX_BODY, usual.maxBody),
        settings.whole(Setting.THREADS, LEAST_THREADS, 10_000, usual.threads),
        settings.whole(Setting.QUEUE, 1, 100_000, usual.queue),
        settings.span(Setting.IDLE_TIMEOUT, usual.idleTimeout),
        settings.span(Setting.DRAIN_TIME, usual.drainTime));
  }

  /** The same on another port; 0 for any that is free. */
  public ServerConfig withPort(int port) {
    return new ServerConfig(
        index, host, port, keys, maxBody, threads, queue, idleTimeout, drainTime);
  }

  private static ApiKeys keys(Settings settings) {
    List<String> keys = new ArrayList<>();
    String key = settings.value(Setting.API_KEY);
    if (key != null) {
      keys.add(key);
    }
    if (settings.value(Setting.API_KEY_FILE) != null) {
      keys.addAll(fileKeys(settings));
    }
    return ApiKeys.of(keys);
  }

  private static List<String> fileKeys(Settings settings) {
    try {
      List<String> keys = ApiKeys.read(settings.path(Setting.API_KEY_FILE));
      if (keys.isEmpty()) {
        throw settings.wrong(Setting.API_KEY_FILE, "the file holds no key");
      }
      return keys;
    } catch (IOException e) {
      throw settings.wrong(Setting.API_KEY_FILE, "the file cannot be read (" + e + ")");
    }
  }
}
