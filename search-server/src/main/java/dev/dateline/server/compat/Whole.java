package dev.dateline.server.compat;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.server.http.Problem;
import dev.dateline.server.http.ProblemException;
import java.io.IOException;

/** Searches for clients that know no answer but a whole one, and none to another query. */
final class Whole {

  private Whole() {}

  /**
   * What is found, with its total.
   *
   * @throws ProblemException if the search takes too long
   */
  static SearchResult search(ArticleIndex index, SearchRequest request) throws IOException {
    SearchResult result = index.search(request.with().didYouMean(false).build());
    if (result.partial()) {
      throw new ProblemException(
          Problem.of(503, "search-timeout", "the search takes too long; narrow it, or try again")
              .header("Retry-After", "5"));
    }
    return result;
  }
}
