package dev.dateline.server.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;

/** The keys that writes need. Only their hashes are kept. Thread-safe. */
public final class ApiKeys {

  private final List<byte[]> hashes;

  private ApiKeys(Collection<String> keys) {
    hashes = keys.stream().map(ApiKeys::hash).toList();
  }

  /** These keys; none switches writes off. */
  public static ApiKeys of(Collection<String> keys) {
    return new ApiKeys(keys);
  }

  /**
   * The keys in a file: one a line; blank lines and those that start with {@code #} do not count.
   *
   * @throws IOException if the file cannot be read
   */
  static List<String> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Whether there is no key, so that nobody may write. */
  public boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** Whether this is one of the keys. Takes as long for a near miss as for a far one. */
  public boolean accepts(String key) {
    byte[] hash = hash(key);
    boolean found = false;
    for (byte[] each : hashes) {
      found |= MessageDigest.isEqual(each, hash);
    }
    return found;
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Says how many there are, and none of them. */
  @Override
  public String toString() {
    return hashes.size() + " keys";
  }
}
