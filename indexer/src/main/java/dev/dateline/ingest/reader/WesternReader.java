package dev.dateline.ingest.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * A text in UTF-8, in which bytes that are not UTF-8 are read as windows-1252: where a file is of
 * both, as one that was put together from several, each part is read as what it is.
 */
public final class WesternReader extends Reader {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final InputStream in;
  private final CharsetDecoder decoder = UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(1 << 13).limit(0);
  private boolean ended;

  public WesternReader(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      decode();
    }
    int n = Math.min(length, chars.remaining());
    chars.get(target, offset, n);
    return n;
  }

  private void decode() throws IOException {
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isMalformed()) {
      if (chars.remaining() >= result.length()) {
        byte[] foreign = new byte[result.length()];
        bytes.get(foreign);
        chars.put(new String(foreign, WESTERN));
      }
    } else if (result.isUnderflow() && !ended) {
      fill();
    }
    chars.flip();
  }

  private void fill() throws IOException {
    bytes.compact();
    int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = n < 0;
    bytes.position(bytes.position() + Math.max(n, 0)).flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
