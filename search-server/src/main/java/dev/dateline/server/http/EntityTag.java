package dev.dateline.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a client shows to be told that nothing has changed (RFC 9110, 8.8.3). Weak: two answers of
 * one tag say the same, but one of them may say that it took longer.
 *
 * @param opaque letters and digits
 */
public record EntityTag(String opaque) {

  /** Half a SHA-256, which no two answers share by chance. */
  private static final int BYTES = 16;

  /** The tag of what depends on nothing but these. */
  public static EntityTag of(Object... facts) {
    return of(Arrays.deepToString(facts).getBytes(StandardCharsets.UTF_8));
  }

  /** The tag of these bytes. */
  public static EntityTag of(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      byte[] half = Arrays.copyOf(hash, BYTES);
      return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(half));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** As it stands in a header. */
  @Override
  public String toString() {
    return "W/\"" + opaque + '"';
  }

  /** Whether a value of {@code If-None-Match} names it, or names any. */
  boolean isIn(@Nullable String header) {
    if (header == null) {
      return false;
    }
    return header.strip().equals("*")
        || Arrays.stream(header.split(",", -1))
            .map(String::strip)
            .map(each -> each.startsWith("W/") ? each.substring(2) : each)
            .anyMatch(each -> each.equals('"' + opaque + '"'));
  }
}
