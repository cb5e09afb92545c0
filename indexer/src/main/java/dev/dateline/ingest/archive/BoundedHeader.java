package dev.dateline.ingest.archive;

import dev.dateline.ingest.reader.ExcessException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.netpreserve.jwarc.LengthedBody.LengthedReadableByteChannel;
import org.netpreserve.jwarc.MessageBody;

/** The content of a record, of which only so much is given out until its HTTP header is read. */
final class BoundedHeader implements LengthedReadableByteChannel {

  private final MessageBody body;
  private final long size;
  private boolean header = true;
  private long read;

  BoundedHeader(MessageBody body) throws IOException {
    this.body = body;
    this.size = body.size();
  }

  /** The header is read: what follows is not held in memory. */
  void end() {
    header = false;
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    if (header && read > WarcRecords.LONGEST_HEADER) {
      throw new ExcessException("its HTTP header is longer than a million bytes");
    }
    int n = body.read(bytes);
    read += Math.max(n, 0);
    return n;
  }

  @Override
  public long position() {
    return read;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return body.isOpen();
  }

  @Override
  public void close() {
    // What is left of the record is passed when the next one is asked for.
  }
}
