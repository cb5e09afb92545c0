package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.ingest.reader.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No input breaks the reading: it gives a reason, and what is good in it goes in. */
class HostileInputTest {

  private static final String ARTICLE = "{\"id\":\"a\",\"title\":\"T\"}\n";

  private static List<String> read(String name, InputStream in) throws IOException {
    return Reads.summary(Reads.outcomes(name, in));
  }

  @Test
  void aLineOfSeventyMegabytesIsPassedAndTheNextIsRead() throws IOException {
    InputStream in = Endless.between(ARTICLE + "{\"title\":\"", 70 << 20, "x", "\"}\n" + ARTICLE);
    assertEquals(List.of("a", "line 2: " + Limits.TOO_LONG, "a"), read("a.jsonl", in));
  }

  @Test
  void anElementOfSeventyMegabytesEndsItsFile() throws IOException {
    InputStream in = Endless.between("[" + ARTICLE + ",{\"title\":\"", 70 << 20, "x", "\"}]");
    List<String> outcomes = read("a.json", in);
    assertEquals("a", outcomes.getFirst());
    assertTrue(outcomes.getLast().startsWith("element 2: " + Limits.TOO_LONG), outcomes.getLast());
    assertEquals(2, outcomes.size());
  }

  @Test
  void aStoryOfSeventyMegabytesIsNoStory() throws IOException {
    InputStream in = Endless.between("Ice melts\n", 70 << 20, "x", "");
    assertEquals(List.of(": " + Limits.TOO_LONG), read("a.txt", in));
  }

  @Test
  void deepNestingIsAReasonAndTheNextLineIsRead() throws IOException {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
    List<String> outcomes = Reads.summary(Reads.outcomes("a.jsonl", deep + ARTICLE));
    assertEquals(2, outcomes.size());
    assertTrue(
        outcomes.getFirst().startsWith("line 1: JSON over the limits: "), outcomes.getFirst());
    assertEquals("a", outcomes.getLast());
  }

  @Test
  void nulBytesInALineSpoilThatLineAlone() throws IOException {
    List<String> outcomes =
        Reads.summary(Reads.outcomes("a.jsonl", ARTICLE + "{\"title\":\"\0\"}\n\0\0\n" + ARTICLE));
    assertEquals("a", outcomes.getFirst());
    assertTrue(outcomes.get(1).startsWith("line 2: not valid JSON"), outcomes.get(1));
    assertTrue(outcomes.get(2).startsWith("line 3: not valid JSON"), outcomes.get(2));
    assertEquals("a", outcomes.getLast());
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreCleaned() {
    var article = Reads.json("{'title':'a\\u0000b \\ud800 c \\ud83d\\ude00'}");
    assertEquals("a b \uFFFD c \uD83D\uDE00", article.title());
  }

  @Test
  void longRunsOfWhatRulesLookForDoNotExhaustTheStack() {
    String bullets = "- ".repeat(500_000);
    String language = "en" + "-a".repeat(500_000);
    assertEquals(
        1, Reads.json("{'title':'T','takeaways':['" + bullets + "x']}").takeaways().size());
    Reads.json("{'title':'T','lang':'" + language + "','date':'" + " ".repeat(500_000) + "1'}");
    Reads.json("{'title':'T','tags':'" + "a " + " ".repeat(500_000) + "b'}");
  }

  @Test
  void hugeNumbersAreNoBombs() {
    Reads.json("{'title':'T','date':1e400,'words':1e999999999}");
    Reads.json("{'title':'T','date':'1e999999999'}");
  }

  @Test
  void randomBytesGiveAReasonAndNoError() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> names = List.of("a", "a.txt", "a.json", "a.jsonl", "a.jsonl.gz", "a.bin");
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      int round = i;
      assertDoesNotThrow(
          () -> Reads.outcomes(names.get(round % names.size()), bytes), "seed " + seed);
    }
  }

  @Test
  void anArticleWithBrokenBytesGivesAReasonAndNoError() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String object =
        "{\"id\":\"a\",\"title\":\"T\",\"body\":[\"One.\",\"Two.\"],\"source\":{\"name\":\"S\"},"
            + "\"published\":\"2026-01-02T03:04:05Z\",\"parts\":[{\"label\":\"L\",\"text\":\"x\"}],"
            + "\"provenance\":{\"file\":\"f\",\"dropped\":[{\"text\":\"t\",\"rule\":\"r\"}]}}";
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = object.getBytes(UTF_8);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:0a\\ \n".charAt(random.nextInt(12));
      }
      assertDoesNotThrow(() -> Reads.outcomes("a.jsonl", bytes), "seed " + seed);
    }
  }
}
