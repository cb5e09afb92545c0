package dev.dateline.lucene;

import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.Order;
import dev.dateline.index.ResultField;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** The hits of one view, found some thousand at a time. */
final class LuceneHitStream implements HitStream {

  /**
   * Hits that are found at a time: some hundred kilobytes. Where the order is not that of the index
   * all hits are looked at each time, so that few would be slow. Not fitted.
   */
  private static final int BATCH = 5_000;

  private final Found found;
  private final IndexSearcher searcher;
  private final Closeable view;
  private StoredFields stored;
  private ScoreDoc[] batch = new ScoreDoc[0];
  private int taken;
  private boolean ended;
  private boolean closed;

  /**
   * What is streamed.
   *
   * @param fields what a hit's article carries beyond the usual
   * @param total how many hits there are
   */
  record Found(
      RankedHits hits,
      Order order,
      Set<ResultField> fields,
      long total,
      String parsed,
      List<String> warnings) {}

  /**
   * @param view lets go of the view of the searcher
   */
  LuceneHitStream(Found found, IndexSearcher searcher, Closeable view) throws IOException {
    this.found = found;
    this.searcher = searcher;
    this.view = view;
    this.stored = searcher.storedFields();
  }

  @Override
  public long total() {
    return found.total();
  }

  @Override
  public String parsed() {
    return found.parsed();
  }

  @Override
  public List<String> warnings() {
    return found.warnings();
  }

  @Override
  public @Nullable Hit next() throws IOException {
    if (taken == batch.length && !ended) {
      findMore();
    }
    if (taken == batch.length) {
      return null;
    }
    ScoreDoc hit = batch[taken++];
    return new Hit(
        ShownArticle.of(ArticleDocument.read(stored, hit.doc), found.fields()),
        HitOrder.score(hit, found.order()),
        new LinkedHashMap<>());
  }

  private void findMore() throws IOException {
    FieldDoc last = batch.length == 0 ? null : (FieldDoc) batch[batch.length - 1];
    batch = found.hits().find(last, BATCH);
    taken = 0;
    ended = batch.length == 0;
    // What reads stored fields belongs to one thread, and the taker of hits may have changed.
    stored = searcher.storedFields();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      view.close();
    }
  }
}
