package dev.dateline.index;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * An index that can be searched. Safe for use by many threads. What a writer commits is found
 * within a second, and at once after {@link #refresh()}; a search sees one commit from its start to
 * its end.
 */
public interface ArticleIndex extends Closeable {

  /**
   * Answers a search.
   *
   * @throws ParameterException if the request's cursor is none, or that of another request; as
   *     {@link CursorExpiredException} if it holds no longer
   * @throws IOException if the index cannot be read
   */
  SearchResult search(SearchRequest request) throws IOException;

  /**
   * Every hit of a search, from one commit, however many there are. By its order, which is the
   * newest first unless it says otherwise. Its page, its cursor and what it wants to have counted
   * or highlighted do not count, and {@link Match#AUTO} is {@link Match#ALL}: a stream never
   * relaxes.
   *
   * @return what the caller closes
   * @throws IOException if the index cannot be read
   */
  HitStream stream(SearchRequest request) throws IOException;

  /**
   * The articles that have most in common with an article, by the words that tell what it is about;
   * neither the same text again, nor one of them twice. The answer is that of a search for these
   * words, without a total.
   *
   * @return empty if there is no such article, or if it is withdrawn or under embargo
   * @throws IOException if the index cannot be read
   */
  Optional<SearchResult> similar(SimilarRequest request) throws IOException;

  /**
   * How a text goes on that is being typed. Nothing is suggested that no article has which can be
   * found.
   *
   * @throws IOException if the index cannot be read
   */
  SuggestResult suggest(SuggestRequest request) throws IOException;

  /**
   * The whole article with this id; empty if there is none, or if it is withdrawn or under embargo.
   *
   * @throws IOException if the index cannot be read
   */
  Optional<Article> find(String id) throws IOException;

  /**
   * The commit that the next search sees. Costs next to nothing.
   *
   * @throws IOException if the index cannot be read
   */
  Commit commit() throws IOException;

  /**
   * The whole article with this id, and where the words of a query are in it.
   *
   * @param query in the query language; the article need not match it
   * @return the article with a score of 0; its highlights have all its texts in full, a snippet for
   *     each paragraph, takeaway or part, and spans where there are words of the query. Empty as
   *     {@link #find(String)} is
   * @throws IOException if the index cannot be read
   */
  Optional<Hit> find(String id, String query) throws IOException;

  /**
   * What the index holds.
   *
   * @throws IOException if the index cannot be read
   */
  IndexStats stats() throws IOException;

  /**
   * Makes everything that was committed before this call visible to the searches after it.
   *
   * @throws IOException if the index cannot be read
   */
  void refresh() throws IOException;
}
