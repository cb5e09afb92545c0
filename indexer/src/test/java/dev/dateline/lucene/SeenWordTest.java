package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the comparison of words takes for granted of the stemmer. */
class SeenWordTest {

  private static final List<String> ENDS =
      List.of("", "s", "es", "ies", "ied", "ing", "ying", "ed", "ly", "ness", "fulness", "ational");

  private static void assertBegunAlike(String text, String seed) {
    for (Analysis.QueryWord word : Analysis.words(text)) {
      assertEquals(word.neutral().charAt(0), word.english().charAt(0), () -> seed + " " + word);
    }
  }

  @Test
  void aStemBeginsAsItsWordInTheSamples() throws IOException {
    assertBegunAlike(Files.readString(Path.of("..", "samples", "wire.jsonl")), "");
  }

  @Test
  void aStemBeginsAsItsWordWhateverIsTyped() {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int length = 1 + random.nextInt(6); length > 0; length--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      word.append(ENDS.get(random.nextInt(ENDS.size())));
      assertBegunAlike(word.toString(), "dateline.seed=" + seed);
    }
    assertBegunAlike("dying lying tying skies skis idly gently ugly early only singly news", "");
  }
}
