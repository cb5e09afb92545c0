package dev.dateline.ingest.reader;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Status;
import org.jspecify.annotations.Nullable;

/** What is needed to be an article. */
public final class Outcomes {

  private static final String NO_TEXT = "no title and no text";

  private Outcomes() {}

  /** The article, unless it has no text (a withdrawn one needs none) or an id that is none. */
  public static Outcome of(ArticleBuilder builder, @Nullable String id, String file, String where) {
    Article article;
    try {
      article = builder.build();
    } catch (IllegalArgumentException e) {
      String reason = id == null ? NO_TEXT : String.valueOf(e.getMessage());
      return new Outcome.Malformed(file, where, reason);
    }
    return hasText(article) || article.status().equals(Status.WITHDRAWN)
        ? new Outcome.Read(article)
        : new Outcome.Malformed(file, where, NO_TEXT);
  }

  /** Whether all that is wrong is that there is no text. */
  public static boolean lacksText(Outcome outcome) {
    return outcome instanceof Outcome.Malformed failure && failure.reason().equals(NO_TEXT);
  }

  private static boolean hasText(Article article) {
    return article.title() != null
        || article.originalTitle() != null
        || article.summary() != null
        || !article.takeaways().isEmpty()
        || !article.body().isEmpty()
        || !article.parts().isEmpty();
  }
}
