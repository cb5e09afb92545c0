package dev.dateline.article;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an article came from and how each of its fields was found, so that anyone can see why it
 * looks as it does.
 *
 * @param file the file that it was read from, or null if it was not read from one
 * @param format the reader that read it, such as {@code story-text} or {@code json}; null where the
 *     article was made by a program
 * @param rules the name of a field, and the rule or the document's own name that set it; in the
 *     order in which they were set
 * @param dropped text that was in the document and is not in the article, with the rule that
 *     dropped it
 * @param notes what a reader of the article should know, such as a date that was not believed, in
 *     plain sentences
 */
public record Provenance(
    @Nullable String file,
    @Nullable String format,
    SequencedMap<String, String> rules,
    List<Dropped> dropped,
    List<String> notes) {

  /** Nothing is known. */
  public static final Provenance NONE =
      new Provenance(null, null, new LinkedHashMap<>(), List.of(), List.of());

  /**
   * A piece of the document that is not in the article.
   *
   * @param text the text as it stood
   * @param rule the rule that dropped it
   */
  public record Dropped(String text, String rule) {}

  public Provenance {
    rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
    dropped = List.copyOf(dropped);
    notes = List.copyOf(notes);
  }
}
