package dev.dateline.ingest.html;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page whose character set nothing says, as browsers decide it: a byte order mark,
 * then UTF-8 if all is UTF-8, then windows-1252.
 */
final class Decoding {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Decoding() {}

  /** The text after a byte order mark, or null if there is none. */
  static @Nullable String marked(byte[] bytes) {
    for (Charset charset : new Charset[] {UTF_8, UTF_16BE, UTF_16LE}) {
      byte[] mark = "\uFEFF".getBytes(charset);
      if (bytes.length >= mark.length
          && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length)) {
        return new String(bytes, mark.length, bytes.length - mark.length, charset);
      }
    }
    return null;
  }

  /** The text of bytes without a byte order mark. */
  static String unmarked(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WESTERN);
    }
  }
}
