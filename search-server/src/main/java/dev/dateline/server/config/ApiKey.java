package dev.dateline.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key, of which only the SHA-256 is kept. That is enough, without salt and without a slow
 * function: those protect what people make up, and these keys are 32 random bytes, which nobody can
 * guess or look up.
 *
 * @param name what people call it; it stands in the access log
 * @param scope what its holder may do
 * @param hash the SHA-256 of the key, in hexadecimal digits
 */
public record ApiKey(String name, Scope scope, String hash) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern LINE =
      Pattern.compile("(" + NAME + ")\\s+(read|write|admin)\\s+sha256:([0-9a-f]{64})");

  /** A key as it is: what can stand in a header, and is no broken line with a hash. */
  private static final Pattern SECRET = Pattern.compile("(?!.*sha256:)[\\x21-\\x7e]+");

  private static final int RANDOM_BYTES = 32;

  public ApiKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a key is 1 to 64 letters, digits, dots, dashes and underscores: " + name);
    }
  }

  /** A key that is known as it is. */
  public static ApiKey ofSecret(String name, Scope scope, String secret) {
    return new ApiKey(name, scope, hash(secret));
  }

  /** A new secret of 256 random bits, as text that can stand in a header. */
  public static String newSecret() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "dl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a line of a key file: what {@link #toLine()} writes, or a key as it is, which may do
   * everything.
   *
   * @param number what to call a key that has no name
   * @throws IllegalArgumentException if it is neither. Taken for a key as it is, a slip in a name
   *     or a scope would make a key of the line itself, of which nothing is secret
   */
  static ApiKey parse(String line, int number) {
    Matcher matcher = LINE.matcher(line);
    if (matcher.matches()) {
      return new ApiKey(matcher.group(1), Scope.named(matcher.group(2)), matcher.group(3));
    }
    if (!SECRET.matcher(line).matches()) {
      throw new IllegalArgumentException(
          "it is neither a key, which has no spaces, nor NAME read|write|admin sha256:HASH");
    }
    return ofSecret("line-" + number, Scope.ADMIN, line);
  }

  /** The key as a line of a key file: name, scope and hash. */
  public String toLine() {
    return name + " " + scope.label() + " sha256:" + hash;
  }

  static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
