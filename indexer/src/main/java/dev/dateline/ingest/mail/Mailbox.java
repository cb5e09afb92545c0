package dev.dateline.ingest.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The mails in a file: one, or in an mbox many, each of which begins with a line {@code From } that
 * follows an empty line.
 */
final class Mailbox {

  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

  private final BufferedInputStream in;
  private final boolean several;
  private @Nullable Mail last;

  Mailbox(InputStream file) throws IOException {
    in = new BufferedInputStream(file, 1 << 16);
    several = isAtMail();
  }

  /** Whether it is an mbox. */
  boolean isSeveral() {
    return several;
  }

  /** The next mail, or null at the end. What is left of the last one is skipped. */
  @Nullable InputStream next() throws IOException {
    if (last != null) {
      if (!several) {
        return null;
      }
      last.skipRest();
    }
    if (isAtEnd()) {
      return null;
    }
    if (several) {
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        // The line says who sent the mail, and when: the mail itself knows better.
      }
    }
    last = new Mail();
    return several ? last : in;
  }

  private boolean isAtEnd() throws IOException {
    in.mark(1);
    boolean end = in.read() < 0;
    in.reset();
    return end;
  }

  private boolean isAtMail() throws IOException {
    in.mark(FROM.length);
    boolean from = Arrays.equals(in.readNBytes(FROM.length), FROM);
    in.reset();
    return from;
  }

  private final class Mail extends InputStream {

    private boolean lineIsEmpty = true;
    private boolean afterEmptyLine;
    private boolean ended;

    @Override
    public int read() throws IOException {
      if (ended || (several && lineIsEmpty && afterEmptyLine && isAtMail())) {
        ended = true;
        return -1;
      }
      int c = in.read();
      if (c == '\n') {
        afterEmptyLine = lineIsEmpty;
        lineIsEmpty = true;
      } else {
        lineIsEmpty &= c == '\r';
        ended = c < 0;
      }
      return c;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = 0;
      while (n < length) {
        int c = read();
        if (c < 0) {
          return n == 0 ? -1 : n;
        }
        bytes[offset + n++] = (byte) c;
      }
      return n;
    }

    void skipRest() throws IOException {
      while (read() >= 0) {
        // The next mail begins after it.
      }
    }
  }
}
