package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.json.ArticleJson;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The stored articles of one segment, read by its codec alone, whatever else of the segment is
 * damaged. Used by one thread.
 */
final class StoredSegment implements Closeable {

  private final int documents;
  private final @Nullable Directory compound;
  private final StoredFieldsReader stored;
  private final boolean intact;
  private final boolean knowsDeletions;
  private final @Nullable Bits live;

  /** The stored articles of a segment, or null if none of them can be read. */
  static @Nullable StoredSegment open(Directory commit, SegmentCommitInfo segment) {
    try {
      return new StoredSegment(commit, segment);
    } catch (IOException | RuntimeException | InternalError e) {
      // Damaged bytes may be read as anything.
      return null;
    }
  }

  private StoredSegment(Directory commit, SegmentCommitInfo segment) throws IOException {
    SegmentInfo info = segment.info;
    Codec codec = info.getCodec();
    documents = info.maxDoc();
    compound =
        info.getUseCompoundFile() ? codec.compoundFormat().getCompoundReader(commit, info) : null;
    try {
      Directory files = compound == null ? commit : compound;
      FieldInfos fields = codec.fieldInfosFormat().read(files, info, "", IOContext.READONCE);
      stored = codec.storedFieldsFormat().fieldsReader(files, info, fields, IOContext.DEFAULT);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, compound);
      throw e;
    }
    intact = isIntact(stored);
    Bits read = null;
    boolean known = true;
    if (segment.hasDeletions()) {
      try {
        read = codec.liveDocsFormat().readLiveDocs(commit, segment, IOContext.READONCE);
      } catch (IOException | RuntimeException | InternalError e) {
        known = false;
      }
    }
    live = read;
    knowsDeletions = known;
  }

  private static boolean isIntact(StoredFieldsReader stored) {
    try {
      stored.checkIntegrity();
      return true;
    } catch (IOException | InternalError e) { // an error where a mapped file cannot be read
      return false;
    }
  }

  /** How many documents there are, deleted ones among them. */
  int documents() {
    return documents;
  }

  /** Whether the bytes of the stored articles are those that were written. */
  boolean isIntact() {
    return intact;
  }

  /** Whether it is known which articles were deleted. */
  boolean knowsDeletions() {
    return knowsDeletions;
  }

  /** Whether an article was not deleted, as far as that is known. */
  boolean isLive(int doc) {
    return live == null || live.get(doc);
  }

  /**
   * How many documents are stored, whatever else says how many there are; to be asked where they
   * are {@linkplain #isIntact intact}.
   */
  int countStored() {
    int below = 0;
    int end = documents;
    while (below < end) {
      int middle = (below + end) >>> 1;
      if (isStored(middle)) {
        below = middle + 1;
      } else {
        end = middle;
      }
    }
    return below;
  }

  private boolean isStored(int doc) {
    try {
      stored.document(doc, new DocumentStoredFieldVisitor(Set.of()));
      return true;
    } catch (IOException | RuntimeException | InternalError e) {
      return false; // it lies behind the last one
    }
  }

  /** A text that is stored with a document; null where there is none, or it cannot be read. */
  @Nullable String text(int doc, String field) {
    try {
      DocumentStoredFieldVisitor visitor = new DocumentStoredFieldVisitor(Set.of(field));
      stored.document(doc, visitor);
      return visitor.getDocument().get(field);
    } catch (IOException | RuntimeException | InternalError e) {
      return null;
    }
  }

  /** An article, or null if it cannot be read. */
  @Nullable Article article(int doc) {
    try {
      DocumentStoredFieldVisitor visitor = new DocumentStoredFieldVisitor(Set.of(Fields.ARTICLE));
      stored.document(doc, visitor);
      BytesRef json = visitor.getDocument().getBinaryValue(Fields.ARTICLE);
      return ArticleJson.fromBytes(json.bytes, json.offset, json.length);
    } catch (IOException | RuntimeException | InternalError e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(stored, compound);
  }
}
