package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/** Lucene's postings, which are written with the norms at hand: {@link KeptNorms}. */
final class ArticlePostings extends PostingsFormat {

  private final PostingsFormat format;

  ArticlePostings(PostingsFormat format) {
    super(format.getName());
    this.format = format;
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new Consumer(format.fieldsConsumer(state), state.segmentInfo.maxDoc());
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return format.fieldsProducer(state);
  }

  private static final class Consumer extends FieldsConsumer {
    private final FieldsConsumer in;
    private final int documents;

    Consumer(FieldsConsumer in, int documents) {
      this.in = in;
      this.documents = documents;
    }

    @Override
    public void write(Fields fields, NormsProducer norms) throws IOException {
      in.write(fields, new KeptNorms(norms, documents));
    }

    @Override
    public void merge(MergeState state, NormsProducer norms) throws IOException {
      in.merge(state, new KeptNorms(norms, documents));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
