package dev.dateline.ingest.reader;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Status;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** What is needed to be an article, and what becomes of a document whose reader fails. */
public final class Outcomes {

  private static final System.Logger LOG = System.getLogger(Outcomes.class.getName());

  private static final String NO_TEXT = "no title and no text";

  private Outcomes() {}

  /**
   * Makes what becomes of a document.
   *
   * @param <E> what it throws where its file cannot be read on
   */
  @FunctionalInterface
  public interface Making<E extends Exception> {
    Outcome make() throws E;
  }

  /**
   * What becomes of one document of many, also where making it fails by a mistake of ours or of a
   * library: it must not end the reading of the others. What takes outcomes has no place in it, as
   * its mistakes are not those of the document.
   */
  public static <E extends Exception> Outcome safely(String file, String where, Making<E> making)
      throws E {
    try {
      return making.make();
    } catch (RuntimeException | StackOverflowError e) {
      return failed(file, where, e);
    }
  }

  /** The reader of a document failed, by no fault that it knows. */
  public static Outcome failed(String file, String where, Throwable e) {
    LOG.log(Level.DEBUG, () -> "the reading of " + file + " " + where + " failed", e);
    return new Outcome.Malformed(file, where, "its reader failed: " + e);
  }

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
