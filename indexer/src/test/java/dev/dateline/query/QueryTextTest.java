package dev.dateline.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

  private static String parsed(String typed) {
    return QueryText.parse(typed).root().toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "karpathy anthropic ¦ karpathy anthropic",
        "  karpathy   anthropic  ¦ karpathy anthropic",
        "\"to be or not to be\" ¦ \"to be or not to be\"",
        "“curly quotes” ¦ \"curly quotes\"",
        "\"near words\"~5 ¦ \"near words\"~5",
        "ferry -strike ¦ ferry -strike",
        "ferry NOT strike ¦ ferry -strike",
        "ferry AND strike ¦ ferry strike",
        "ferry && strike ¦ ferry strike",
        "ferry OR strike ¦ ferry OR strike",
        "a | b || c ¦ a OR b OR c",
        "a b OR c d ¦ a (b OR c) d",
        "(a b) OR c ¦ (a b) OR c",
        "a (b c) ¦ a b c",
        "FED SAYS IT WILL NOT ADD RESERVES ¦ FED SAYS IT WILL \\NOT ADD RESERVES",
        "NATO OR EU ¦ NATO OR EU",
        "IT WILL NOT ADD \"CASH RESERVES\" ¦ IT WILL -ADD \"CASH RESERVES\"",
        "-(a OR b) c ¦ -(a OR b) c",
        "--a ¦ a",
        "-(-a) ¦ a",
        "+a b ¦ a b",
        "univers* ¦ univers*",
        "karpaty~ ¦ karpaty~2",
        "kiev~ ¦ kiev~1",
        "karpaty~1 ¦ karpaty~1",
        "intitle:ferry ¦ in:title:ferry",
        "intitle:\"ferry strike\" ¦ in:title:\"ferry strike\"",
        "in:takeaways:(a b) c ¦ in:takeaways:a in:takeaways:b c",
        "a b in:summary ¦ in:summary:a in:summary:b",
        "in:title,body:x ¦ in:title,body:x",
        "author:karpathy ¦ author:karpathy",
        "source:\"The Harbour Post\" x ¦ source:\"The Harbour Post\" x",
        "site:https://www.cnn.com/world ¦ site:\"https://www.cnn.com/world\"",
        "“He said \"no\" today” ¦ \"He said\" no\\\" today\\”",
        "\"He said “no” today\" ¦ \"He said “no” today\"",
        "-source:wire ¦ -source:wire",
        "before:2026-11-01 after:2026-05 ¦ before:2026-11-01 after:2026-05-01",
        "after:2026 ¦ after:2026-01-01",
        "when:7d when:12h when:2w ¦ when:7d when:12h when:14d",
        // What is no syntax is searched as words.
        "AC/DC tour ¦ AC/DC tour",
        "9:30 news ¦ 9\\:30 news",
        "Q&A: war ¦ Q&A\\: war",
        "$5bn/yr deal ¦ $5bn/yr deal",
        "[update] talks ¦ [update] talks",
        "C++ ¦ C++",
        "https://x.example/a?b=c#d ¦ https\\://x.example/a?b=c#d",
        "Johnson & Johnson ¦ Johnson Johnson",
        "half \"a quote ¦ half a quote",
        "((a b) ¦ a b",
        "a) b ¦ a b",
        "a OR ¦ a \\OR",
        "OR a ¦ \\OR a",
        "OR ¦ \\OR",
        "NOT ¦ \\NOT",
        "a - b ¦ a b",
        "a () b ¦ a b",
        "intitle: ferry ¦ intitle\\: ferry",
        "before:tomorrow ¦ before\\:tomorrow",
        "in:nowhere:x ¦ in\\:nowhere\\:x",
        "c*t ¦ c\\*t",
        "5'10\" tall ¦ 5'10\\\" tall",
        "escaped\\* \\-word ¦ escaped\\* \\-word",
        "ferry or strike ¦ ferry or strike",
        "ferry © 2026 ™ ¦ ferry 2026",
        "!!! ¦ \"\"",
        "Киев Αθήνα 東京 ¦ Киев Αθήνα 東京",
        "🙂 ¦ 🙂",
      })
  void whatIsTypedIsUnderstoodAs(String typed, String normalForm) {
    assertEquals(normalForm, parsed(typed));
    assertEquals(normalForm, parsed(normalForm), "the normal form is read back as it is");
  }

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
