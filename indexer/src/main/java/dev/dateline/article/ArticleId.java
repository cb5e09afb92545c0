package dev.dateline.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The rules by which an article that has no id of its own gets one. The same article gets the same
 * id each time.
 */
final class ArticleId {

  /**
   * Bytes of the SHA-256 digest that an id keeps: 128 bits, so that a clash is out of the question.
   */
  private static final int BYTES = 16;

  private ArticleId() {}

  /** The id of the article at a url: the same for all {@linkplain Urls#canonical forms} of it. */
  static String ofUrl(String url) {
    return digest(List.of("url", Urls.canonical(url)));
  }

  /** The id of an article without a url: its text is what it is known by. */
  static String ofText(List<String> texts) {
    return digest(texts);
  }

  private static String digest(List<String> texts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        sha256.update(text.getBytes(UTF_8));
        sha256.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
