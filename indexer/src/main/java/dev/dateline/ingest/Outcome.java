package dev.dateline.ingest;

import dev.dateline.article.Article;

/** What became of a piece of the input. */
public sealed interface Outcome {

  /**
   * An article.
   *
   * @param article the article, which knows the file in its provenance
   */
  record Read(Article article) implements Outcome {}

  /**
   * Something that should be an article, or a file of articles, and is not.
   *
   * @param file the file as it was named
   * @param where {@code line 17} or {@code element 3}, counted from 1, or empty for the file
   * @param reason why, in words that follow "was skipped:"
   */
  record Malformed(String file, String where, String reason) implements Outcome {}

  /**
   * A file that no reader knows or that holds nothing, or an entry of a feed that says nothing.
   *
   * @param file the file as it was named
   * @param reason why, in words that follow "was passed over:"
   */
  record PassedOver(String file, String reason) implements Outcome {}
}
