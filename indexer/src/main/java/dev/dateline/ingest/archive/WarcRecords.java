package dev.dateline.ingest.archive;

import dev.dateline.ingest.reader.Input;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/**
 * The records of a WARC or ARC file, one after the other. Where there should be one and is none, as
 * a length was wrong, the next is looked for at the start of each further line; where the packed
 * data are broken, at the start of each further member of the gzip file.
 */
final class WarcRecords {

  /** Real headers have some kB. */
  static final int LONGEST_HEADER = 1 << 20;

  private static final String NO_RECORD =
      "there is no record where one should be: the next one is looked for";

  private static final String BROKEN =
      "the packed data are broken here: the next record is looked for";

  private final Input input;
  private final ReadableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
  private final WarcParser parser = new WarcParser();
  private @Nullable MessageBody last;
  private boolean lost;

  WarcRecords(Input input) {
    this.input = input;
    channel = Channels.newChannel(input.bytes());
    parser.setLenient(true);
  }

  /** A record, or a place where none is. */
  sealed interface WarcRecord {}

  /**
   * A record.
   *
   * @param headers what it says of itself; for ARC in the words of WARC
   * @param body its content, to be read before the next record
   */
  record Whole(MessageHeaders headers, MessageBody body) implements WarcRecord {}

  /**
   * Where no record could be read.
   *
   * @param reason why, and what is done
   */
  record Lost(String reason) implements WarcRecord {}

  /** The next record, or null at the end. What was left of the one before is passed. */
  @Nullable WarcRecord next() throws IOException {
    while (true) {
      try {
        return find();
      } catch (IOException e) {
        if (!input.isBroken()) {
          throw e;
        }
        last = null;
        buffer.clear().flip();
        boolean known = lost;
        lost = true;
        boolean goesOn = input.resume();
        if (!goesOn && !known) {
          throw e;
        }
        if (!goesOn || !known) {
          return goesOn ? new Lost(BROKEN) : null;
        }
      }
    }
  }

  /** What broke the last record off was told: where that goes on it need not be told again. */
  void told() {
    lost = input.isBroken();
  }

  private @Nullable WarcRecord find() throws IOException {
    if (last != null) {
      last.consume();
      last = null;
    }
    while (skipLineEnds()) {
      MessageHeaders headers = header();
      long length = headers == null ? -1 : length(headers);
      if (headers != null && length >= 0) {
        lost = false;
        last = LengthedBody.create(channel, buffer, length);
        return new Whole(headers, last);
      }
      boolean known = lost;
      lost = true;
      if (!known) {
        return new Lost(NO_RECORD);
      }
    }
    return null;
  }

  /** Passes what stands between records; false at the end. */
  private boolean skipLineEnds() throws IOException {
    while (buffer.hasRemaining() || fill()) {
      byte next = buffer.get(buffer.position());
      if (next != '\r' && next != '\n') {
        return true;
      }
      buffer.get();
    }
    return false;
  }

  /** The header that begins here, or null and at the next line if none does. */
  private @Nullable MessageHeaders header() throws IOException {
    parser.reset();
    parser.parse(buffer);
    while (!parser.isFinished()) {
      if (parser.isError() || parser.position() > LONGEST_HEADER) {
        skipLine();
        return null;
      }
      if (!fill()) {
        if (lost) {
          return null;
        }
        throw new EOFException();
      }
      parser.parse(buffer);
    }
    return parser.headers();
  }

  private void skipLine() throws IOException {
    while (buffer.hasRemaining() || fill()) {
      if (buffer.get() == '\n') {
        return;
      }
    }
  }

  private boolean fill() throws IOException {
    buffer.compact();
    int n = channel.read(buffer);
    buffer.flip();
    return n >= 0;
  }

  /** The length of the content, or -1 if the record does not say it. */
  private static long length(MessageHeaders headers) {
    String length = headers.first("Content-Length").orElse("");
    return length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
  }
}
