package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The norms of one field at a time, in memory, a byte for each document. As Lucene writes a field
 * it opens them anew for each term, and looks up in the file each document that has it. Used by one
 * thread.
 */
final class KeptNorms extends NormsProducer {

  private final NormsProducer in;
  private final int documents;
  private @Nullable FieldInfo field;
  private byte[] norms = {};

  KeptNorms(NormsProducer in, int documents) {
    this.in = in;
    this.documents = documents;
  }

  @Override
  public NumericDocValues getNorms(FieldInfo asked) throws IOException {
    if (asked != field) {
      norms = read(in.getNorms(asked));
      field = asked;
    }
    return new Kept(norms);
  }

  /** Norms of {@link Ranking#SIMILARITY} are bytes, and none of a document with words is 0. */
  private byte[] read(NumericDocValues values) throws IOException {
    byte[] read = new byte[documents];
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      read[doc] = (byte) values.longValue();
    }
    return read;
  }

  @Override
  public void checkIntegrity() throws IOException {
    in.checkIntegrity();
  }

  @Override
  public NormsProducer getMergeInstance() {
    return this;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static final class Kept extends NumericDocValues {
    private final byte[] norms;
    private int doc = -1;

    Kept(byte[] norms) {
      this.norms = norms;
    }

    @Override
    public boolean advanceExact(int target) {
      doc = target;
      return norms[target] != 0;
    }

    @Override
    public long longValue() {
      return norms[doc];
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) {
      doc = target;
      while (doc < norms.length && norms[doc] == 0) {
        doc++;
      }
      if (doc >= norms.length) {
        doc = NO_MORE_DOCS;
      }
      return doc;
    }

    @Override
    public long cost() {
      return norms.length;
    }
  }
}
