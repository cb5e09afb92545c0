package dev.dateline.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What looks like an operator and is none: {@code titel:oil}, {@code publisher:wire}. */
final class Strangers {

  /** Shorter names are as likely something else: {@code re:}, {@code C:}. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_-]{2,30}");

  /** A word or a quotation; neither the rest of an address nor that of a face. */
  private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}\"“”„«].*");

  /** What other engines call ours. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "headline", "intitle",
          "allintitle", "intitle",
          "byline", "author",
          "inauthor", "author",
          "publisher", "source",
          "category", "section",
          "keyword", "tag",
          "since", "after",
          "until", "before",
          "date", "when");

  private Strangers() {}

  /**
   * Says that this was searched as words.
   *
   * @param name what stands before the colon, which is no operator
   * @param value what stands right after it; empty for a blank, as after a colon that is
   *     punctuation
   */
  static void note(String name, String value, Notes notes) {
    if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      return;
    }
    String meant = meant(name.toLowerCase(Locale.ROOT));
    if (meant != null) {
      notes.add(
          "%s: is no operator and was searched as a word; did you mean %s:%s?"
              .formatted(name, meant, value));
    } else if (name.equals(name.toLowerCase(Locale.ROOT))) {
      notes.add(name + ": is no operator; " + name + ":" + value + " was searched as words.");
    }
  }

  private static @Nullable String meant(String name) {
    if (Arrays.stream(TextPart.values()).anyMatch(part -> part.text().equals(name))) {
      return "in:" + name;
    }
    List<String> known =
        Stream.concat(Operators.names().stream(), ELSEWHERE.keySet().stream()).sorted().toList();
    String nearest = Spelling.nearest(name, known);
    return nearest == null
        ? null
        : ELSEWHERE.getOrDefault(nearest, nearest.equals("title") ? "intitle" : nearest);
  }
}
