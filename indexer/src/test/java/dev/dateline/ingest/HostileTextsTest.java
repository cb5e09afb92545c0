package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.ingest.reader.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No table, Markdown file or mail breaks the reading: what is wrong with it is said. */
class HostileTextsTest {

  private static final String TABLE =
      """
      id,title,text
      a,Ice,"It
      melts."
      b,Sea,"It ""freezes""."
      """;

  private static final String MARKDOWN =
      """
      ---
      title: Ice
      tags: [a, 'b']
      date: 2026-05-01
      ---
      # Ice

      **Why it matters:** [x](y)

      - {{< z >}} `q`

      | a |
      |---|
      | b |

      <p>c</p>
      """;

  private static final String TOML =
      """
      +++
      title='Ice'
      [extra]
      a=[1,2]
      +++
      It melts.
      """;

  private static final String MAIL =
      """
      From: =?utf-8?B?QQ==?= <a@a.example>
      Subject: Ice
      Date: Fri, 1 May 2026 08:00:00 +0200
      Content-Type: multipart/mixed; boundary="x"

      --x
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+SXQgbWVsdHMuPC9wPg==
      --x

      Plain =20 text.
      --x--
      """;

  private static final int TWO_GIGABYTES = Integer.MAX_VALUE;

  private static List<String> read(String name, InputStream in) throws IOException {
    return Reads.summary(Reads.outcomes(name, in));
  }

  private static List<String> read(String name, String text) throws IOException {
    return Reads.summary(Reads.outcomes(name, text));
  }

  @Test
  void aLineOfTwoGigabytesIsPassedAndTheNextRowIsRead() throws IOException {
    InputStream table = Endless.between("id,title\na,Ice\n", TWO_GIGABYTES, "x", "\nb,Sea\n");
    assertEquals(List.of("a", "line 3: " + Limits.TOO_LONG, "b"), read("a.csv", table));
  }

  @Test
  void aTextOfTwoGigabytesIsNoArticle() throws IOException {
    List<String> tooLong = List.of(": " + Limits.TOO_LONG);
    assertEquals(tooLong, read("a.md", Endless.between("# Ice\n", TWO_GIGABYTES, "x ", "")));
    assertEquals(
        tooLong,
        read(
            "a.eml",
            Endless.between(MAIL.substring(0, MAIL.indexOf("==\n")), TWO_GIGABYTES, "eHh4", "")));
    assertEquals(
        List.of("passed over: neither a text nor of a known format"),
        read("a.csv", Endless.between("\0", TWO_GIGABYTES, "\0\1", "")));
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotSwallowTheRest() throws IOException {
    String row = "c," + "Sea ".repeat(2_000) + "\n";
    List<String> outcomes =
        read(
            "a.csv",
            Endless.between("id,title\na,Ice\nx,\"Open\n", 10_000L * row.length(), row, "b,Sea\n"));
    assertEquals(
        List.of("a", "line 3: a quote is opened and not closed", "c"), outcomes.subList(0, 3));
    assertEquals("b", outcomes.getLast());
  }

  @Test
  void quotesThatAreOpenInEveryLineTakeNoLongTime() throws IOException {
    List<String> outcomes =
        read("a.csv", Endless.between("id,title\n", 6_000_000, "a\",\"b\n", "\nb,Sea\n"));
    assertTrue(outcomes.getFirst().contains("a quote is opened"), outcomes.getFirst());
  }

  @Test
  void aHeaderOfAMillionColumnsIsNoTrouble() throws IOException {
    assertEquals(1, read("a.csv", "title,".repeat(1_000_000) + "\nx\n").size());
  }

  @Test
  void whatNestsDeeplyIsAReasonOrText() throws IOException {
    for (String yaml : List.of("[", "{a: ", "- ", "? ", "a:\n ")) {
      read("a.md", "---\ntitle: x\na: " + yaml.repeat(10_000) + "\n---\nText.\n");
      read("a.md", "---\n" + yaml.repeat(10_000) + "\n---\nText.\n");
    }
    for (String toml : List.of("[", "{a=", "a.")) {
      read("a.md", "+++\ntitle='x'\ny=" + toml.repeat(10_000) + "\n+++\nText.\n");
      read("a.md", "+++\nheadline." + toml.repeat(10_000) + "a=1\n+++\nText.\n");
      read("a.md", "+++\n[" + "title.".repeat(10_000) + "a]\nb=1\n+++\nText.\n");
    }
    for (String mark :
        List.of(">", "[", "![", "*a **", "- ", "1. ", "<a ", "<div>", "`a", "_a ", "&", "<!--")) {
      List<String> outcomes = read("a.md", "# Ice\n\n" + mark.repeat(100_000) + "\n\nEnd.\n");
      assertEquals(1, outcomes.size(), mark);
    }
  }

  @Test
  void aliasesMakeNoBomb() throws IOException {
    StringBuilder yaml =
        new StringBuilder("---\ntitle: Ice\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    assertEquals("Ice", Reads.article("a.md", yaml + "---\nIt melts.\n").title());
  }

  @Test
  void partsThatNestDeeplyAreLeftOut() throws IOException {
    StringBuilder mail = new StringBuilder("From: a@a.example\nSubject: Ice\n");
    for (int i = 0; i < 10_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\n\n--b").append(i).append('\n');
    }
    assertEquals("Ice", Reads.article("a.eml", mail + "\nText.\n").title());
    String inner = "Content-Type: message/rfc822\n\n".repeat(10_000);
    assertEquals("Ice", Reads.article("a.eml", "From: a\nSubject: Ice\n" + inner).title());
  }

  @Test
  void headersWithoutEndAreAReason() throws IOException {
    List<String> line =
        read("a.eml", Endless.between("From: a@a.example\nSubject: ", 100_000_000, "x", ""));
    assertTrue(line.getFirst().startsWith(": not a well-formed mail: "), line.getFirst());
    List<String> lines =
        read("a.eml", Endless.between("From: a@a.example\n", 100_000_000, "Subject: x\n", ""));
    assertTrue(lines.getFirst().startsWith(": not a well-formed mail: "), lines.getFirst());
  }

  @Test
  void aFileThatIsCutOffAnywhereGivesNoError() {
    cutOff("a.csv", TABLE);
    cutOff("a.md", MARKDOWN);
    cutOff("a.md", TOML);
    cutOff("a.eml", MAIL);
    cutOff("a.mbox", "From a b\n" + MAIL + "\nFrom a b\n" + MAIL);
  }

  private static void cutOff(String name, String text) {
    for (int length = 0; length <= text.length(); length++) {
      String cut = text.substring(0, length);
      assertDoesNotThrow(() -> Reads.outcomes(name, cut), () -> "cut at " + cut.length());
    }
  }

  @Test
  void brokenBytesGiveAReasonAndNoError() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String[] names = {"a.csv", "a.md", "a.md", "a.eml"};
      byte[] bytes = List.of(TABLE, MARKDOWN, TOML, MAIL).get(i % 4).getBytes(UTF_8);
      for (int changes = random.nextInt(6); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      String name = names[i % 4];
      assertDoesNotThrow(() -> Reads.outcomes(name, bytes), () -> "seed " + seed);
    }
  }

  @Test
  void junkWithTheNameOfATextGivesAReasonAndNoError() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] junk = new byte[random.nextInt(400)];
      random.nextBytes(junk);
      for (String name : Arrays.asList("a.csv", "a.tsv", "a.eml", "a.mbox", "a.md")) {
        assertDoesNotThrow(() -> Reads.outcomes(name, junk), () -> "seed " + seed);
      }
    }
  }
}
