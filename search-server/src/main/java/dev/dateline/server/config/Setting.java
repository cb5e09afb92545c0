package dev.dateline.server.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What can be set, by the names that people write: {@code --idle-timeout 30s}, {@code
 * DATELINE_IDLE_TIMEOUT=30s}, or {@code idle-timeout=30s} in a properties file.
 */
public enum Setting {
  /** The folder of the index. */
  INDEX,
  /** The name or number of the address to listen on. */
  HOST,
  /** The port to listen on; 0 for any that is free. */
  PORT,
  /** The key that writes need. Not an option: the command lines of others can be read. */
  API_KEY,
  /** A file with keys that writes need, one a line. */
  API_KEY_FILE,
  /** The largest body of a request, in bytes, or with a unit: 16m. */
  MAX_BODY,
  /** The most threads. */
  THREADS,
  /** The most requests that wait for a thread. */
  QUEUE,
  /** How long a connection may be silent. */
  IDLE_TIMEOUT,
  /** How long requests in flight may take to end when the server stops. */
  DRAIN_TIME;

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
