package dev.dateline.ingest.reader;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How text is cleaned and cut, whatever format it comes from. */
public final class Texts {

  /** The debris that pages leave before the text of a list item: {@code - •}. */
  private static final Pattern BULLET = Pattern.compile("^(?:[-*–—‣▪·]\\s+|[•●◦]\\s*){1,4}");

  private static final int LONGEST_QUOTE = 80;

  private Texts() {}

  /**
   * The text without white space at its ends, with a space for each control character and U+FFFD
   * for each half of a surrogate pair, neither of which can be written everywhere.
   */
  public static String clean(String text) {
    String stripped = text.strip();
    for (int i = 0; i < stripped.length(); i++) {
      if (isUnclean(stripped, i)) {
        return cleaned(stripped);
      }
    }
    return stripped;
  }

  private static boolean isUnclean(String text, int i) {
    char c = text.charAt(i);
    if (!Character.isSurrogate(c)) {
      return Character.isISOControl(c) && !Character.isWhitespace(c);
    }
    int other = Character.isHighSurrogate(c) ? i + 1 : i - 1;
    return other < 0
        || other == text.length()
        || !(Character.isHighSurrogate(c)
            ? Character.isLowSurrogate(text.charAt(other))
            : Character.isHighSurrogate(text.charAt(other)));
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
              } else if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
                clean.append(' ');
              } else {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString().strip();
  }

  /** The whole text of a reader, or null if it is longer than the limit in characters. */
  public static @Nullable String all(Reader reader, int limit) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1 << 13];
    for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
      text.append(buffer, 0, n);
      if (text.length() > limit) {
        return null;
      }
    }
    return text.toString();
  }

  /** A text's paragraphs: empty lines part them. */
  public static List<String> paragraphs(String text) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isBlank()) {
        addTo(paragraphs, paragraph);
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.stripTrailing());
      }
    }
    addTo(paragraphs, paragraph);
    return paragraphs;
  }

  private static void addTo(List<String> paragraphs, StringBuilder paragraph) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString().strip());
      paragraph.setLength(0);
    }
  }

  /** The start of a text that may be long, for a message. */
  public static String start(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  /** The text of a list item, without its bullet. */
  public static String withoutBullet(String item) {
    return BULLET.matcher(item).replaceFirst("").strip();
  }
}
