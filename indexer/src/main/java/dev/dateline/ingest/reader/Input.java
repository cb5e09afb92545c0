package dev.dateline.ingest.reader;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file or stream that is being read, already unpacked if it was packed by gzip or bzip2. Read
 * once. Closing it gives back what the unpacking holds; the stream stays open, as it belongs to who
 * opened it.
 */
public final class Input implements Closeable {

  /** Bytes that a reader can look at to know its format. */
  private static final int HEAD_LENGTH = 1 << 16;

  /** One character in so many may be unreadable in what is still a text. Not fitted. */
  private static final int UNREADABLE_SHARE = 10;

  /** Longer names of entries are cut: they are for messages. */
  private static final int LONGEST_NAME = 1_000;

  private final String name;
  private final int depth;
  private final Unpacking unpacking;
  private final @Nullable GzipMembers members;
  private final HeadedStream bytes;
  private final Charset charset;
  private final int markLength;
  private final String start;

  /**
   * @param name what it is called in outcomes
   * @throws IOException if it is packed and cannot be unpacked
   */
  public Input(String name, InputStream in) throws IOException {
    this(name, 0, in, new Unpacking());
  }

  private Input(String name, int depth, InputStream in, Unpacking unpacking) throws IOException {
    this.name = name;
    this.depth = depth;
    this.unpacking = unpacking;
    Unpacking.Whole whole = unpacking.whole(depth == 0 ? unpacking.packed(in) : in);
    this.members = whole.members();
    this.bytes = new HeadedStream(whole.bytes(), HEAD_LENGTH);
    byte[] head = bytes.head();
    this.charset = charset(head);
    this.markLength = markLength(head);
    this.start = new String(head, markLength, head.length - markLength, charset);
  }

  /** The name as it was given, for messages. */
  public String name() {
    return name;
  }

  /** In how many archives it lies: 0 for a file. */
  public int depth() {
    return depth;
  }

  /** What an entry of this archive is called in outcomes: {@code archive.zip!folder/page.html}. */
  public String nameOf(String entry) {
    String clean = Texts.clean(entry.replaceAll("\\p{Cntrl}", " "));
    boolean tooLong = clean.length() > LONGEST_NAME;
    return name + "!" + (tooLong ? Texts.clean(clean.substring(0, LONGEST_NAME)) : clean);
  }

  /**
   * An entry of this archive, as a file of its own.
   *
   * @param name its name, made by {@link #nameOf}
   * @throws IOException if it is packed once more and cannot be unpacked
   */
  public Input entry(String name, InputStream in) throws IOException {
    return new Input(name, depth + 1, in, unpacking);
  }

  /**
   * What is unpacked from this archive. It is read through this, so that it ends by an {@link
   * ExcessException} where it is out of all proportion to the size of the file.
   */
  public InputStream unpacked(InputStream in) {
    return unpacking.unpacked(in);
  }

  /** Whether the name, without {@code .gz}, ends in one of these. */
  public boolean isNamed(String... endings) {
    String plain = plainName();
    for (String ending : endings) {
      if (plain.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name, without {@code .gz}, says nothing about what is inside. */
  public boolean isNamedWithoutEnding() {
    return plainName().replaceFirst("(?s).*[/\\\\!]", "").indexOf('.') < 0;
  }

  private String plainName() {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.(?:gz|bz2)$", "");
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

  /**
   * Whether {@link #bytes} ended by an exception as it is packed by gzip, and a member is broken.
   */
  public boolean isBroken() {
    return members != null && members.isBroken();
  }

  /**
   * Lets {@link #bytes} go on after a broken member, with the next one.
   *
   * @return whether there is one
   */
  public boolean resume() throws IOException {
    boolean goesOn = members != null && members.resume();
    if (goesOn) {
      bytes.resume();
    }
    return goesOn;
  }

  /** The first bytes, at most as many as are asked for and 65,536. */
  public byte[] head(int length) {
    byte[] head = bytes.head();
    return Arrays.copyOf(head, Math.min(length, head.length));
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private static boolean isOddControl(int c) {
    return Character.isISOControl(c) && !Character.isWhitespace(c);
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
}
