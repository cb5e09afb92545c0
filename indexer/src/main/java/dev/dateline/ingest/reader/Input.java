package dev.dateline.ingest.reader;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A file or stream that is being read, already unpacked if it was gzipped. Read once. */
public final class Input {

  /** Bytes that a reader can look at to know its format. */
  private static final int HEAD_LENGTH = 1 << 16;

  /** One character in so many may be unreadable in what is still a text. Not fitted. */
  private static final int UNREADABLE_SHARE = 10;

  private final String name;
  private final HeadedStream bytes;
  private final Charset charset;
  private final int markLength;
  private final String start;

  public Input(String name, InputStream in) throws IOException {
    this.name = name;
    this.bytes = new HeadedStream(unpacked(in), HEAD_LENGTH);
    byte[] head = bytes.head();
    this.charset = charset(head);
    this.markLength = markLength(head);
    this.start = new String(head, markLength, head.length - markLength, charset);
  }

  /** The name as it was given, for messages. */
  public String name() {
    return name;
  }

  /** Whether the name, without {@code .gz}, ends in one of these. */
  public boolean isNamed(String... endings) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    for (String ending : endings) {
      if (plain.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name, without {@code .gz}, says nothing about what is inside. */
  public boolean isNamedWithoutEnding() {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return plain.lastIndexOf('.') <= Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\'));
  }

  /** The first characters, without a byte order mark and white space. */
  public String start() {
    return start.stripLeading();
  }

  /** Whether there is nothing but white space. */
  public boolean isEmpty() throws IOException {
    return start.isBlank() && bytes.isAllHead();
  }

  /** Whether the first characters are those of a text: no NUL, and few that cannot be decoded. */
  public boolean isText() {
    long unreadable = start.chars().filter(c -> c == '\uFFFD' || isOddControl(c)).count();
    return start.indexOf('\0') < 0 && unreadable * UNREADABLE_SHARE <= start.length();
  }

  /**
   * All as text, without a byte order mark. What is not in the encoding of the file is replaced by
   * U+FFFD.
   */
  public Reader text() throws IOException {
    bytes.skipNBytes(markLength);
    return new InputStreamReader(bytes, charset);
  }

  /** The same, but bytes that are not UTF-8 are read as windows-1252, as spreadsheets write it. */
  public Reader westernText() throws IOException {
    if (!charset.equals(UTF_8)) {
      return text();
    }
    bytes.skipNBytes(markLength);
    return new WesternReader(bytes);
  }

  /** All as it is, for formats that say themselves which character set is theirs. */
  public InputStream bytes() {
    return bytes;
  }

  private static boolean isOddControl(int c) {
    return Character.isISOControl(c) && !Character.isWhitespace(c);
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new WholeStream(in);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
  }

  private static Charset charset(byte[] head) {
    if (startsWith(head, 0xfe, 0xff)) {
      return UTF_16BE;
    }
    return startsWith(head, 0xff, 0xfe) ? UTF_16LE : XmlEncoding.of(head);
  }

  private static int markLength(byte[] head) {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return 3;
    }
    return startsWith(head, 0xfe, 0xff) || startsWith(head, 0xff, 0xfe) ? 2 : 0;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i == head.length || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Says that more is available until the end is reached: gzip asks so whether another member
   * follows, and a pipe that is slow must not make it believe that none does.
   */
  private static final class WholeStream extends BufferedInputStream {

    WholeStream(InputStream in) {
      super(in, 1 << 16);
    }

    @Override
    public synchronized int available() throws IOException {
      mark(1);
      boolean more = read() >= 0;
      reset();
      return more ? Math.max(1, super.available()) : 0;
    }
  }
}
