package dev.dateline.server.http;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;
import java.time.Instant;

/** An article as its readers may see it: not before its embargo ends. */
public final class ReadableArticle {

  private ReadableArticle() {}

  /**
   * The article with this id.
   *
   * @throws ProblemException if there is none, or if it is not to be read yet
   */
  public static Article find(ArticleIndex index, String id) throws IOException {
    return index
        .find(id)
        .filter(article -> !isEmbargoed(article.status()))
        .orElseThrow(() -> none(id));
  }

  /** Says that there is no such article. */
  public static ProblemException none(String id) {
    return new ProblemException(404, "no-such-article", "there is no article with the id " + id);
  }

  private static boolean isEmbargoed(Status status) {
    return status instanceof Status.Embargoed embargoed && embargoed.until().isAfter(Instant.now());
  }
}
