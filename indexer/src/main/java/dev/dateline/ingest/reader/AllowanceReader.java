package dev.dateline.ingest.reader;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text of which only so much may be read before the allowance is renewed. */
public final class AllowanceReader extends FilterReader {

  private final int allowance;
  private long left;

  public AllowanceReader(Reader in, int allowance) {
    super(in);
    this.allowance = allowance;
    this.left = allowance;
  }

  /** More was read than is allowed. */
  public static final class UsedUpException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Starts anew. */
  public void renew() {
    left = allowance;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (left <= 0) {
      throw new UsedUpException();
    }
    int n = super.read(chars, offset, length);
    left -= n;
    return n;
  }
}
