package dev.dateline.server.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What can be set, by the names that people write: {@code --idle-timeout 30s}, {@code
 * DATELINE_IDLE_TIMEOUT=30s}, or {@code idle-timeout=30s} in a properties file.
 */
public enum Setting {
  INDEX("dateline-index", "DIR", "the folder of the index"),
  HOST("127.0.0.1", "ADDRESS", "the address to listen on; 0.0.0.0 for all"),
  PORT("8080", "N", "the port to listen on; 0 for any that is free"),
  /** Not an option: the command lines of others can be read. */
  API_KEY("", "KEY", "a key that may do everything"),
  API_KEY_FILE("", "FILE", "the keys, one a line, as \"dateline key\" makes them"),
  BACKUP_FOLDER(
      "", "DIR", "where backups go that are asked for over HTTP; none are made without it"),
  READ_ACCESS("open", "WHO", "who may search: open for everybody, key for those with a key"),
  RATE_LIMIT("off", "N/s", "requests that a client may make: 20/s, 600/m; off"),
  CORS_ORIGIN("", "ORIGIN", "sites whose pages may read answers: https://a.example,...; * for all"),
  TRUST_PROXY("false", "", "believe the forwarded headers of the proxy in front"),
  ACCESS_LOG(
      "off", "FILE", "where each request is logged, as a line of JSON; - for standard error"),
  SLOW_QUERY("2s", "TIME", "searches that take this long are logged with where it went; off"),
  VERIFY_EVERY(
      "24h",
      "TIME",
      "how often all files of the index are read, slowly, to see whether they are damaged; off"),
  MAX_BODY("16m", "SIZE", "the largest body of a request"),
  SEARCHES("auto", "N", "searches at the same time; auto for the number of processors"),
  MAX_WAIT("100ms", "TIME", "how long a search may wait for its turn before it is refused"),
  THREADS("128", "N", "the most threads, which for the most part wait"),
  QUEUE("1024", "N", "the most requests that wait for a thread, and connections to be accepted"),
  MAX_CONNECTIONS("10000", "N", "the most connections"),
  HEAD_TIMEOUT("10s", "TIME", "how long the head of a request may take to arrive"),
  IDLE_TIMEOUT("30s", "TIME", "how long a connection may be silent"),
  DRAIN_TIME("20s", "TIME", "how long requests in flight may take when the server stops");

  private final String usual;
  private final String parameter;
  private final String description;

  Setting(String usual, String parameter, String description) {
    this.usual = usual;
    this.parameter = parameter;
    this.description = description;
  }

  /** What holds where nothing is set; empty for nothing. */
  public String usual() {
    return usual;
  }

  /** What to call its value, such as {@code FILE}; empty for a setting that is on or off. */
  public String parameter() {
    return parameter;
  }

  /** What it is, in a line. */
  public String description() {
    return description;
  }

  /** Whether its value is nobody's business. */
  public boolean isSecret() {
    return this == API_KEY;
  }

  /** The name as an option, and in a properties file: {@code api-key-file}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name in the environment: {@code DATELINE_API_KEY_FILE}. */
  public String variable() {
    return "DATELINE_" + name();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Setting::label).toList();
  }
}
