package dev.dateline.server.http;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;

/** An article by its id, or the problem that there is none. */
public final class KnownArticle {

  private KnownArticle() {}

  /**
   * The article with this id.
   *
   * @throws ProblemException if there is none that may be read
   */
  public static Article find(ArticleIndex index, String id) throws IOException {
    return index.find(id).orElseThrow(() -> missing(id));
  }

  /** That there is no such article. */
  public static ProblemException missing(String id) {
    return new ProblemException(404, "no-such-article", "there is no article with the id " + id);
  }
}
