package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.Lucene90StoredFieldsFormat;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/**
 * Lucene's codec, but that articles are stored in smaller pieces, as a page with snippets reads ten
 * of them: docs/adr/0020-smaller-chunks.md. Lucene reads what it writes as its own, as the size of
 * pieces is kept with them. Terms are written with the {@linkplain ArticlePostings norms at hand}.
 */
final class ArticleCodec extends FilterCodec {

  /** Of articles that are packed together, in bytes; Lucene's own is 80 kB. By measurement. */
  private static final int CHUNK = 32 * 1024;

  /** Articles that are packed together, at most: Lucene's own. */
  private static final int MOST_ARTICLES = 1024;

  /** Chunks to a block of the index that finds them: Lucene's own. */
  private static final int BLOCK = 10;

  private final StoredFieldsFormat stored = new SmallerChunks();
  private final PostingsFormat postings = new ArticlePostings(delegate.postingsFormat());

  ArticleCodec() {
    super("Lucene104", new Lucene104Codec());
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return stored;
  }

  @Override
  public PostingsFormat postingsFormat() {
    return postings;
  }

  private final class SmallerChunks extends StoredFieldsFormat {
    private final StoredFieldsFormat writing =
        new Lucene90CompressingStoredFieldsFormat(
            "Lucene90StoredFieldsFastData",
            Lucene90StoredFieldsFormat.BEST_SPEED_MODE, // the very same, else merges pack all anew
            CHUNK,
            MOST_ARTICLES,
            BLOCK);

    @Override
    public StoredFieldsReader fieldsReader(
        Directory directory, SegmentInfo segment, FieldInfos fields, IOContext context)
        throws IOException {
      return delegate.storedFieldsFormat().fieldsReader(directory, segment, fields, context);
    }

    @Override
    public StoredFieldsWriter fieldsWriter(
        Directory directory, SegmentInfo segment, IOContext context) throws IOException {
      segment.putAttribute(
          Lucene90StoredFieldsFormat.MODE_KEY, Lucene104Codec.Mode.BEST_SPEED.name());
      return writing.fieldsWriter(directory, segment, context);
    }
  }
}
