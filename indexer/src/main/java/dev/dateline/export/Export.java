package dev.dateline.export;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.ResultField;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchRequest;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * All hits of a request, to be written once. Opening it finds out what can be wrong with the
 * request, before anything is written. Used by one thread at a time.
 *
 * <pre>{@code
 * try (Export export = Export.open(index, request, ExportFormat.NDJSON);
 *     OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
 *   export.writeTo(out, written -> {});
 * }
 * }</pre>
 */
public final class Export implements Closeable {

  /** The parameters of a search that have no meaning for all of its hits. */
  public static final Set<SearchParameter> WITHOUT_MEANING =
      Set.of(
          SearchParameter.PAGE,
          SearchParameter.PAGE_SIZE,
          SearchParameter.CURSOR,
          SearchParameter.TOTAL,
          SearchParameter.HIGHLIGHT,
          SearchParameter.FACETS,
          SearchParameter.FACET_SIZE,
          SearchParameter.TIMELINE,
          SearchParameter.EXPLAIN,
          SearchParameter.TIMEOUT);

  private final HitStream hits;
  private final ExportFormat format;
  private final Set<ResultField> fields;

  private Export(HitStream hits, ExportFormat format, Set<ResultField> fields) {
    this.hits = hits;
    this.format = format;
    this.fields = fields;
  }

  /**
   * What an index holds for a request.
   *
   * @param request as {@link ArticleIndex#stream} takes it; without fields an article carries the
   *     usual ones of the format
   * @throws IOException if the index cannot be read
   */
  public static Export open(ArticleIndex index, SearchRequest request, ExportFormat format)
      throws IOException {
    Set<ResultField> fields = request.fields().isEmpty() ? format.usualFields() : request.fields();
    return new Export(index.stream(request.with().fields(fields).build()), format, fields);
  }

  /** What is written. */
  public HitStream hits() {
    return hits;
  }

  /**
   * Writes all hits, and flushes.
   *
   * @param out buffered, as each article is written by itself; stays open
   * @param written told after each hit how many were written
   * @return how many were written, which is their total
   * @throws IOException if the index cannot be read or the stream not be written
   */
  public long writeTo(OutputStream out, LongConsumer written) throws IOException {
    HitWriter writer = format.writer(out, fields);
    writer.begin();
    long count = 0;
    for (Hit hit = hits.next(); hit != null; hit = hits.next()) {
      writer.write(hit.article());
      written.accept(++count);
    }
    if (count != hits.total()) {
      // Not to be taken for whole.
      throw new IOException("the index gave " + count + " of " + hits.total() + " articles");
    }
    writer.end(count);
    return count;
  }

  @Override
  public void close() throws IOException {
    hits.close();
  }
}
