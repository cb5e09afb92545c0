package dev.dateline.ingest.reader;

import dev.dateline.article.Article;
import org.jspecify.annotations.Nullable;

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
   * @param format the format that it was taken for, as in {@link
   *     dev.dateline.article.Provenance#format()}; null where it could not be told
   */
  record Malformed(String file, String where, String reason, @Nullable String format)
      implements Outcome {

    /** A failure of the format that is being read. */
    public Malformed(String file, String where, String reason) {
      this(file, where, reason, null);
    }

    /** The same, of a format, unless it knows a more exact one. */
    public Malformed in(String format) {
      return this.format == null ? new Malformed(file, where, reason, format) : this;
    }
  }

  /**
   * A file that no reader knows or that holds nothing, or an entry of a feed that says nothing.
   *
   * @param file the file as it was named
   * @param reason why, in words that follow "was passed over:"
   */
  record PassedOver(String file, String reason) implements Outcome {}
}
