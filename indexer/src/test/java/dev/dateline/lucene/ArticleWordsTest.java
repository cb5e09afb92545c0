package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An article has the words that the analyzer makes, which also makes those of a question. */
class ArticleWordsTest {

  private static final String[] PIECES = {
    "storm",
    "Storms",
    "STORMY",
    "the",
    "ferry",
    "ferries'",
    "crew's",
    "don't",
    "o’Neil’s",
    "U.S.",
    "3.14",
    "co-op",
    "co_op",
    "Élysée",
    "e\u0301",
    "ß",
    "ﬁ",
    "東京",
    "한국",
    "Москва",
    "🎉",
    "—",
    "“",
    "…",
    ",",
    "\n",
    "\u00a0",
    "x".repeat(255),
    "y".repeat(300)
  };

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private record Placed(String term, int step) {}

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(30); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]).append(" ".repeat(random.nextInt(2)));
    }
    return text.append('.').toString();
  }

  private static List<Placed> read(TokenStream words) throws IOException {
    List<Placed> read = new ArrayList<>();
    try (words) {
      TermToBytesRefAttribute term = words.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = words.getAttribute(PositionIncrementAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        read.add(new Placed(term.getBytesRef().utf8ToString(), step.getPositionIncrement()));
      }
      words.end();
    }
    return read;
  }

  private static List<Placed> analyzed(@Nullable String language, String text) throws IOException {
    return read(Analysis.of(language).tokenStream("", text));
  }

  private static Map<String, Integer> counts(List<CountedTerm> counted) throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (TokenStream words = ArticleWords.counted(counted)) {
      TermToBytesRefAttribute term = words.getAttribute(TermToBytesRefAttribute.class);
      TermFrequencyAttribute times = words.getAttribute(TermFrequencyAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        counts.merge(term.getBytesRef().utf8ToString(), times.getTermFrequency(), Integer::sum);
      }
      words.end();
    }
    return counts;
  }

  @Test
  void areThoseOfTheAnalyzerInEachText() throws IOException {
    for (int i = 0; i < 500; i++) {
      String language = i % 2 == 0 ? null : "de";
      String title = text();
      String body = text();
      ArticleWords words = new ArticleWords(language);
      ArticleWords.Text ofTitle = words.add(title, 2);
      ArticleWords.Text ofBody = words.add(body, 1);
      words.end();
      String told = "seed " + seed;
      assertEquals(analyzed(language, title), read(words.placed(ofTitle)), told);
      assertEquals(analyzed(language, body), read(words.placed(ofBody)), told);
    }
  }

  @Test
  void areCountedInTheOrderOfTheTexts() throws IOException {
    for (int i = 0; i < 500; i++) {
      String title = text();
      String body = text();
      Map<String, Integer> expected = new LinkedHashMap<>();
      analyzed(null, title).forEach(word -> expected.merge(word.term(), 2, Integer::sum));
      analyzed(null, body).forEach(word -> expected.merge(word.term(), 1, Integer::sum));
      ArticleWords words = new ArticleWords(null);
      words.add(title, 2);
      words.add(body, 1);
      words.add("Ada Ferry"); // an author, whose name is no text
      assertEquals(
          List.copyOf(expected.entrySet()),
          List.copyOf(counts(words.end()).entrySet()),
          "seed " + seed);
    }
  }

  @Test
  void areNotThoseOfAnotherArticleAtTheSameTime() throws IOException {
    ArticleWords one = new ArticleWords("en");
    ArticleWords other = new ArticleWords("en");
    one.add("a ferry", 1);
    other.add("the ferry and the storm", 1);
    assertEquals(Map.of("=a", 1, "a", 1, "=ferry", 1, "ferri", 1), Map.copyOf(counts(one.end())));
    assertEquals(2, counts(other.end()).get("the"));
  }
}
