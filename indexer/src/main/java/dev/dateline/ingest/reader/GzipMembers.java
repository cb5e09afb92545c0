package dev.dateline.ingest.reader;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What is packed by gzip, member by member, as RFC 1952 says. Unlike the stream of the JDK it does
 * not take a broken header for the end, and can go on behind a member that is broken: web archives
 * pack each record by itself. Zeros at the end are padding.
 */
final class GzipMembers extends InputStream {

  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_SUM = 2;
  private static final int RESERVED = 0xe0;

  /** A file with more broken places is no archive but junk. Not fitted. */
  private static final int MOST_BREAKS = 10_000;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private int position;
  private int end;

  /** Where in the buffer the bytes begin that the inflater has. */
  private int given;

  private boolean inMember;
  private int breaks;
  private @Nullable IOException failure;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  /** Whether the bytes that a file starts with are those of a member. */
  static boolean begins(byte[] start) {
    return start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b;
  }

  private static boolean isMagic(byte[] bytes, int at) {
    return bytes[at] == 0x1f && bytes[at + 1] == (byte) 0x8b && bytes[at + 2] == 8;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      return length == 0 ? 0 : unpack(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int unpack(byte[] bytes, int offset, int length) throws IOException {
    while (inMember || beginMember()) {
      if (inflater.needsInput()) {
        giveInput();
      }
      int n = inflate(bytes, offset, length);
      if (n > 0) {
        sum.update(bytes, offset, n);
        return n;
      }
      if (inflater.needsDictionary()) {
        throw new ZipException("a dictionary is missing");
      }
      if (inflater.finished()) {
        endMember();
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw new ZipException(e.getMessage());
    }
  }

  private void giveInput() throws IOException {
    if (position == end && !fill()) {
      throw new EOFException();
    }
    given = position;
    inflater.setInput(buffer, position, end - position);
    position = end;
  }

  /** Reads the header of a member; false at the end of the file. */
  private boolean beginMember() throws IOException {
    do {
      if (position == end && !fill()) {
        return false;
      }
    } while (buffer[position++] == 0);
    given = position;
    if (buffer[position - 1] != 0x1f || next() != 0x8b || next() != 8) {
      throw new ZipException("something else stands between them");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("their header is broken");
    }
    skipBytes(6);
    if ((flags & EXTRA) != 0) {
      skipBytes(next() | next() << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && next() != 0) {
        // It says nothing about what is packed.
      }
    }
    if ((flags & HEADER_SUM) != 0) {
      skipBytes(2);
    }
    inflater.reset();
    sum.reset();
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    // A broken member may have swallowed the next, so that what was given is searched for it.
    position = end - inflater.getRemaining();
    long packedSum = littleEndian();
    long length = littleEndian();
    if (packedSum != sum.getValue() || length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw new ZipException("their check sum is wrong");
    }
    inMember = false;
  }

  private long littleEndian() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skipBytes(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private int next() throws IOException {
    if (position == end && !fill()) {
      throw new EOFException();
    }
    return buffer[position++] & 0xff;
  }

  /** Reads on into the buffer, in which only what was not read yet is kept. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, end - position);
    end -= position;
    position = 0;
    given = 0;
    int n = in.read(buffer, end, buffer.length - end);
    end += Math.max(n, 0);
    return n >= 0;
  }

  /** Whether a member was broken, and nothing is read any more. */
  boolean isBroken() {
    return failure instanceof ZipException || failure instanceof EOFException;
  }

  /**
   * Looks for the next member after one was broken; the broken one may have run over its beginning,
   * so the search begins where the last bytes were taken.
   *
   * @return whether there is one
   */
  boolean resume() throws IOException {
    position = given;
    inMember = false;
    if (++breaks > MOST_BREAKS) {
      throw new ExcessException("it is broken in more than " + MOST_BREAKS + " places");
    }
    do {
      for (; end - position > 3; position++) {
        if (isMagic(buffer, position) && (buffer[position + 3] & RESERVED) == 0) {
          failure = null;
          return true;
        }
      }
    } while (fill());
    return false;
  }

  /** Gives back what the unpacking holds; the stream stays open. */
  @Override
  public void close() {
    inflater.end();
  }
}
