package dev.dateline.ingest.reader;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, one after the other. A line over the limit is passed without being held. */
public final class Lines {

  private final Reader reader;
  private final int limit;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int end;
  private long number;

  /**
   * @param limit the longest line, in characters
   */
  public Lines(Reader reader, int limit) {
    this.reader = reader;
    this.limit = limit;
  }

  /**
   * A line.
   *
   * @param number its place in the text, from 1
   * @param text its text without the line end, or empty if it is too long
   * @param tooLong whether it is over the limit
   */
  public record Line(long number, String text, boolean tooLong) {}

  /** The next line, or null at the end. */
  public @Nullable Line next() throws IOException {
    if (position == end && !fill()) {
      return null;
    }
    number++;
    StringBuilder text = new StringBuilder();
    boolean tooLong = false;
    do {
      int from = position;
      boolean complete = skipToLineEnd();
      int length = position - from;
      tooLong |= text.length() + (long) length > limit;
      if (tooLong) {
        text = new StringBuilder();
      } else {
        text.append(buffer, from, length);
      }
      if (complete) {
        position++;
        break;
      }
    } while (fill());
    return new Line(number, text.toString(), tooLong);
  }

  private boolean skipToLineEnd() {
    while (position < end && buffer[position] != '\n') {
      position++;
    }
    return position < end;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, reader.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
