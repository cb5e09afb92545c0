package dev.dateline.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** The normal form of percent-encoded text (RFC 3986, 6.2.2). */
final class PercentEncoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /**
   * The text in US-ASCII, each character written in one way. Letters, digits and {@code -._~} stand
   * for themselves, all others are encoded as UTF-8, but for these:
   *
   * @param plain signs that mean the same encoded or not, and are not encoded
   * @param asWritten signs that mean one thing as they are and another encoded, and stay as written
   */
  static String normal(String text, String plain, String asWritten) {
    byte[] bytes = text.getBytes(UTF_8);
    StringBuilder normal = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      boolean encoded = isEncoded(bytes, i);
      int value = bytes[i] & 0xFF;
      if (encoded) {
        value = HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]);
        i += 2;
      }
      if (isUnreserved(value)
          || plain.indexOf(value) >= 0
          || (!encoded && asWritten.indexOf(value) >= 0)) {
        normal.append((char) value);
      } else {
        HEX.toHexDigits(normal.append('%'), (byte) value);
      }
    }
    return normal.toString();
  }

  /** A percent sign without two digits behind it stands for itself. */
  private static boolean isEncoded(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[at + 1])
        && HexFormat.isHexDigit(bytes[at + 2]);
  }

  private static boolean isUnreserved(int value) {
    return (value >= 'a' && value <= 'z')
        || (value >= 'A' && value <= 'Z')
        || (value >= '0' && value <= '9')
        || "-._~".indexOf(value) >= 0;
  }
}
