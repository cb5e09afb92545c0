package dev.dateline.lucene;

import java.io.IOException;
import java.io.InputStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** The bytes of a kept source, piece by piece. */
final class PiecesStream extends InputStream {

  private final StoredFields stored;
  private final int end;
  private int next;
  private BytesRef piece = new BytesRef();

  /**
   * @param next the document of the first piece
   * @param end the document after that of the last piece
   */
  PiecesStream(StoredFields stored, int next, int end) {
    this.stored = stored;
    this.next = next;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (piece.length == 0) {
      if (next == end) {
        return -1;
      }
      piece = stored.document(next++).getBinaryValue(SourceBlock.DATA);
    }
    int count = Math.min(length, piece.length);
    System.arraycopy(piece.bytes, piece.offset, bytes, offset, count);
    piece.offset += count;
    piece.length -= count;
    return count;
  }
}
