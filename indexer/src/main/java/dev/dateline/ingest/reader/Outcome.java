package dev.dateline.ingest.reader;

import dev.dateline.article.Article;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
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
   * @param where {@code line 17}, {@code element 3} or {@code entry 3}, counted from 1, or empty
   *     for the file
   * @param reason why, in words that follow "was skipped:"
   * @param format the format that it was taken for, as in {@link
   *     dev.dateline.article.Provenance#format()}; null where it could not be told
   */
  record Malformed(String file, String where, String reason, @Nullable String format)
      implements Outcome {

    /** What cannot be read, or not to its end. */
    public static Malformed of(String file, String where, IOException e) {
      return new Malformed(file, where, reason(e));
    }

    private static String reason(IOException e) {
      return switch (e) {
        case EOFException cut -> "the file is cut off before its end";
        case ZipException broken ->
            "the packed data are broken (" + broken.getMessage() + "): what follows was not read";
        case AccessDeniedException denied -> "it may not be read";
        case NoSuchFileException gone -> "it is no longer there";
        case ExcessException excess -> String.valueOf(excess.getMessage());
        default -> "it cannot be read: " + e.getMessage();
      };
    }

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
