package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sentences end where Java's own iterator has it, whatever a text is made of. */
class SentencesTest {

  private static final String[] PIECES = {
    "He said so",
    "the U.S. Senate",
    "Mr. Smith",
    "3.14",
    "no",
    "Yes",
    ".",
    ".",
    "!",
    "?",
    "?!",
    "...",
    "…",
    "\"",
    "“",
    "”",
    "’",
    "'",
    "(",
    ")",
    "[1]",
    ",",
    ";",
    "-",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\u3002",
    "\uff01",
    "\uff0e",
    "\uff1f",
    "\u0964",
    "\u0965",
    "東京",
    "हिन्दी",
    "ไทย",
    "\u0301",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "é",
    "É",
    "١",
    "🎉",
    "👩‍👩‍👧",
    "\ud83d",
    "\udc4d",
    "_",
    "1",
    "a",
    "B"
  };

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(1, 20); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]).append(" ".repeat(random.nextInt(3) / 2));
    }
    return text.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            unit ->
                escaped.append(
                    unit < 0x80 && unit >= ' '
                        ? "" + (char) unit
                        : String.format("\\u%04x", unit)));
    return escaped.toString();
  }

  @Test
  void theyEndWhereJavaHasIt() {
    for (String language : List.of("en", "th", "ja", "hi", "el")) {
      Locale locale = Locale.forLanguageTag(language);
      Sentences sentences = new Sentences(locale);
      BreakIterator reference = BreakIterator.getSentenceInstance(locale);
      int ends = 0;
      for (int i = 0; i < (Boolean.getBoolean("dateline.deep") ? 1_000_000 : 10_000); i++) {
        String text = text();
        List<Integer> expected = new ArrayList<>();
        reference.setText(text);
        reference.first();
        for (int end = reference.next(); end != BreakIterator.DONE; end = reference.next()) {
          expected.add(end);
        }
        List<Integer> found = new ArrayList<>();
        for (int end = 0; end < text.length(); ) {
          end = sentences.end(text, end);
          found.add(end);
        }
        assertEquals(expected, found, () -> "dateline.seed=" + seed + " in " + escaped(text));
        ends += found.size();
      }
      assertTrue(ends > 20_000, language + ": sentences that ended: " + ends);
    }
  }
}
