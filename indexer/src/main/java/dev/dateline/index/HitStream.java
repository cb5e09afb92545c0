package dev.dateline.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hits of {@link ArticleIndex#stream}, one after another. All of them are of one commit, which
 * is held until the stream is closed, also where the index itself is closed meanwhile. Memory is
 * bounded, however many there are and however slowly they are taken. Used by one thread at a time.
 *
 * <pre>{@code
 * try (HitStream hits = index.stream(SearchRequest.of("ferry"))) {
 *   for (Hit hit = hits.next(); hit != null; hit = hits.next()) {
 *     System.out.println(hit.article().title());
 *   }
 * }
 * }</pre>
 */
public interface HitStream extends Closeable {

  /** How many hits there are in all, exactly. */
  long total();

  /** The query as it was understood, in normal form. */
  String parsed();

  /** What was taken otherwise than it may have been meant, in sentences for a person. */
  List<String> warnings();

  /**
   * The next hit, without highlights; null after the last.
   *
   * @throws IOException if the index cannot be read
   */
  @Nullable Hit next() throws IOException;
}
