package dev.dateline.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

  @Test
  void nothingTypedIsEverything() {
    assertEquals(new QueryNode.Everything(), QueryText.parse("").root());
    assertEquals(new QueryNode.Everything(), QueryText.parse(" \t\n").root());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "half \"a quote",
        "(a",
        "a)",
        "a OR",
        "a or b",
        "before:tomorrow x",
        "when:soon",
        "in:nowhere:x"
      })
  void whatIsTakenOtherwiseThanItMayBeMeantIsToldInASentence(String typed) {
    List<String> warnings = QueryText.parse(typed).warnings();
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.getFirst().endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ferry strike", "\"a b\"~3 OR c*", "AC/DC", "source:x -y", ""})
  void whatIsPlainHasNoWarnings(String typed) {
    assertEquals(List.of(), QueryText.parse(typed).warnings());
  }

  @Test
  void aQueryOfAnyLengthIsAnswered() {
    assertFalse(QueryText.parse("word ".repeat(100_000)).warnings().isEmpty());
    assertFalse(QueryText.parse("(".repeat(100_000) + "a").warnings().isEmpty());
    assertFalse(QueryText.parse("a OR (".repeat(1000)).warnings().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ferry ", "a-", "東", "don't ", "* b "})
  void thousandsOfWordsInAPhraseOrWithoutBlanksAreCutAsThoseOfAQueryAre(String piece) {
    String many = piece.repeat(4_000 / piece.length());
    for (String typed : List.of('"' + many + '"', many, "strike \"" + many + "\"~3 OR gale")) {
      ParsedQuery cut = QueryText.parse(typed);
      assertEquals(List.of("Only the first 64 words were searched."), cut.warnings(), piece);
      int words = Pieces.count(cut.root().toString().replace("~3", ""));
      assertEquals(QueryText.MOST_LEAVES, words, piece);
      assertEquals(cut.root(), QueryText.parse(cut.root().toString()).root());
    }
  }

  @Test
  void aPhraseOfAsManyWordsAsAQueryMayHaveIsWhole() {
    String phrase = "ferry ".repeat(QueryText.MOST_LEAVES).strip();
    ParsedQuery query = QueryText.parse('"' + phrase + '"');
    assertEquals(new QueryNode.Phrase(phrase, 0), query.root());
    assertEquals(List.of(), query.warnings());
  }

  @Test
  void nothingThatCanBeTypedFails() {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    int count = Boolean.getBoolean("dateline.deep") ? 1_000_000 : 20_000;
    Random random = new Random(seed);
    String[] pieces = {
      "a",
      "b",
      "OR",
      "AND",
      "NOT",
      "or",
      "(",
      ")",
      "\"",
      "“",
      "”",
      "-",
      "+",
      "|",
      "*",
      "~",
      "~1",
      ":",
      "\\",
      " ",
      " ",
      "intitle:",
      "in:title:",
      "in:body",
      "source:",
      "before:",
      "2026-01-01",
      "when:",
      "7d",
      "\u0000",
      "\uD83D",
      "é",
      "[",
      "TO",
      "]",
      "{",
      "^2",
      "/",
      "&&",
      "!",
      "lang:en",
      "\n"
    };
    for (int i = 0; i < count; i++) {
      StringBuilder typed = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        typed.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = typed.toString();
      try {
        QueryNode root = QueryText.parse(text).root();
        assertEquals(root, QueryText.parse(root.toString()).root(), root::toString);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("dateline.seed=" + seed + " query: " + text + "\n" + e, e);
      }
    }
  }
}
