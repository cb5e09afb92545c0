package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.query.QueryText;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.tartarus.snowball.ext.EnglishStemmer;

/** A text is passed over only if nothing in it is sought. */
class BeginningsTest {

  private static final String[] WORDS = {
    "die",
    "dying",
    "dies",
    "lie",
    "lying",
    "sky",
    "skies",
    "ski",
    "skis",
    "tie",
    "ties",
    "tying",
    "happy",
    "happily",
    "happiness",
    "hope",
    "hoping",
    "hopped",
    "relational",
    "relate",
    "early",
    "idly",
    "gently",
    "news",
    "new",
    "running",
    "runs",
    "Élysée",
    "elysees",
    "café",
    "cafes",
    "O'Neil",
    "o'neil's",
    "don’t",
    "state-of-the-art",
    "co_op",
    "_x",
    "3.14",
    "2026",
    "U.S.",
    "x\u00adray",
    "ﬁre",
    "fires",
    "ＦＩＲＥ",
    "Zürich",
    "straße",
    "strasse",
    "vietnamization",
    "vietnam",
    "possibly",
    "possible",
    "rate",
    "rational",
    "a",
    "an",
    "AT&T",
    "naïve",
    "naively"
  };

  private static final String[] GLUE = {
    " ", ", ", ". ", "-", "’s ", "'s ", "\u00a0", " – ", "“", "” ", "…", "\n", "/", "_", "🎉"
  };

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private String word() {
    String word = WORDS[random.nextInt(WORDS.length)];
    return switch (random.nextInt(6)) {
      case 0 -> word.toUpperCase(java.util.Locale.ROOT);
      case 1 -> Character.toUpperCase(word.charAt(0)) + word.substring(1);
      default -> word;
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int words = random.nextInt(1, 5); words > 0; words--) {
      text.append(word()).append(GLUE[random.nextInt(GLUE.length)]);
    }
    return text.toString();
  }

  private String query() {
    return switch (random.nextInt(5)) {
      case 0 -> '"' + word() + ' ' + word() + '"';
      case 1 -> word().substring(0, 1) + "*";
      case 2 -> '"' + word() + '"';
      default -> word() + " " + word();
    };
  }

  private static boolean isThere(Sought sought, String text, boolean english) throws Exception {
    EnglishStemmer stemmer = new EnglishStemmer();
    try (TokenStream words = Analysis.written().tokenStream(Fields.BODY, text)) {
      CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        SeenWord seen =
            new SeenWord(
                term.toString(),
                word -> {
                  stemmer.setCurrent(word);
                  stemmer.stem();
                  return english ? stemmer.getCurrent() : word;
                });
        if (sought.places().getFirst().form().is(seen)) {
          return true;
        }
      }
      words.end();
    }
    return false;
  }

  @Test
  void noTextWithAWordThatIsSoughtIsPassedOver() throws Exception {
    int there = 0;
    for (int i = 0; i < 20_000; i++) {
      String query = query();
      String text = text();
      for (Sought sought : Sought.of(QueryText.parse(query).root(), List.of())) {
        Beginnings beginnings = new Beginnings(List.of(sought.places().getFirst().beginning()));
        if (isThere(sought, text, i % 2 == 0)) {
          there++;
          assertTrue(
              beginnings.mayBeIn(text),
              () -> "dateline.seed=" + seed + " " + query + " in " + text);
        }
      }
    }
    assertTrue(there > 500, "texts that have what is sought: " + there);
  }

  @Test
  void aTextWithoutAnythingLikeItIsPassedOver() {
    Beginnings beginnings = new Beginnings(List.of("warn", "stor"));
    assertFalse(
        beginnings.mayBeIn("Ministers met – “again” – in Bonn; restoring calm, forewarned."));
    assertTrue(beginnings.mayBeIn("A STORM is near"));
    assertTrue(beginnings.mayBeIn("Kölner Dom"), "letters that may be folded");
    assertTrue(beginnings.mayBeIn("x".repeat(255) + "storm"), "the tokenizer cuts there");
    assertTrue(new Beginnings(List.of("")).mayBeIn("anything"));
  }
}
