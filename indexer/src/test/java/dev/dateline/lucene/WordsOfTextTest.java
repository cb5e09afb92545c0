package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

/** Words are found as the analyzer makes them, whatever a text is made of. */
class WordsOfTextTest {

  private static final String[] PIECES = {
    "a",
    "B",
    "s",
    "storm",
    "STORMS",
    "Storm",
    "co",
    "x1",
    "7",
    "3.14",
    "1,000",
    "12:30",
    "U.S.",
    "don't",
    "o’Neil’s",
    "crew's",
    "'S",
    "co_op",
    "_",
    "@",
    "&",
    "#",
    "*",
    "#\ufe0f\u20e3",
    "1\ufe0f\u20e3",
    "-",
    "–",
    "—",
    "“",
    "”",
    "‘",
    "’",
    "…",
    "\"",
    "'",
    ".",
    ",",
    ":",
    ";",
    "!",
    "?",
    "/",
    "\\",
    "(",
    ")",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u2024",
    "\u2027",
    "\u2028",
    "\u2029",
    "\u3000",
    "\u0085",
    "\u0000",
    "\u007f",
    "\t",
    "\n",
    "\r\n",
    "\u0301",
    "e\u0301",
    "\u0308",
    "é",
    "Élysée",
    "ﬁ",
    "ß",
    "İ",
    "i\u0307",
    "ＦＩ",
    "７",
    "東京",
    "カナ",
    "ひら",
    "한국",
    "ไทย",
    "א\"ב",
    "א'",
    "العربية",
    "٣",
    "हिन्दी",
    "Москва",
    "ο",
    "👩‍👩‍👧",
    "🇩🇪",
    "🇩",
    "🎉",
    "❤\ufe0f",
    "©",
    "®",
    "\ud83d",
    "\udc4d",
    "\uffff",
    "\ufeff",
    "𝔸",
    "µ",
    "ª",
    "x".repeat(254),
    "y".repeat(255),
    "z".repeat(256),
    "0".repeat(300),
    "w'".repeat(130)
  };

  private static final String[] SOUGHT = {"s", "storm", "co", "x", "y", "1", "u", "don", "a", "7"};

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private record Word(String written, int start, int end, int position) {}

  private String text() {
    StringBuilder text = new StringBuilder();
    int often = random.nextInt(PIECES.length);
    for (int pieces = random.nextInt(1, 12); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(5) == 0 ? often : random.nextInt(PIECES.length)]);
      text.append(" ".repeat(random.nextInt(2)));
    }
    // The analyzer forgets words before half a surrogate pair at the end of a text.
    return text.append('.').toString();
  }

  private static List<Word> analyzed(String text) throws IOException {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = Analysis.written().tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset(), position));
      }
      stream.end();
    }
    return words;
  }

  private static List<Word> found(String text, boolean positions, String... sought)
      throws IOException {
    List<Word> words = new ArrayList<>();
    new WordsOfText(new Beginnings(List.of(sought)), positions)
        .forEach(
            text,
            (letters, length, start, end, position) ->
                words.add(new Word(new String(letters, 0, length), start, end, position)));
    return words;
  }

  @Test
  void wordsAreThoseOfTheAnalyzer() throws IOException {
    for (int i = 0; i < (Boolean.getBoolean("dateline.deep") ? 2_000_000 : 30_000); i++) {
      String text = text();
      assertEquals(analyzed(text), found(text, true, ""), () -> "dateline.seed=" + seed);
    }
  }

  @Test
  void noWordIsPassedOverThatBeginsAsSought() throws IOException {
    int left = 0;
    for (int i = 0; i < (Boolean.getBoolean("dateline.deep") ? 2_000_000 : 30_000); i++) {
      String text = text();
      String sought = SOUGHT[random.nextInt(SOUGHT.length)];
      List<Word> all = analyzed(text);
      List<Word> found = found(text, true, sought);
      assertTrue(all.containsAll(found), () -> "dateline.seed=" + seed + " " + text);
      assertEquals(beginning(all, sought), beginning(found, sought), () -> "dateline.seed=" + seed);
      assertEquals(
          placed(beginning(all, sought)),
          placed(beginning(found(text, false, sought), sought)),
          () -> "dateline.seed=" + seed + " without positions");
      left += all.size() - found.size();
    }
    assertTrue(left > 5_000, "words passed over: " + left);
  }

  private static List<Word> beginning(List<Word> words, String sought) {
    return words.stream().filter(word -> word.written().startsWith(sought)).toList();
  }

  private static List<Word> placed(List<Word> words) {
    return words.stream()
        .map(word -> new Word(word.written(), word.start(), word.end(), 0))
        .toList();
  }
}
