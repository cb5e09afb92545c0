package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.lucene.Feedback.TellingWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class GistTest {

  private static BytesRef gist(Map<String, Integer> words) {
    List<CountedTerm> terms =
        words.entrySet().stream()
            .map(word -> new CountedTerm(new BytesRef(word.getKey()), word.getValue()))
            .toList();
    return Gist.of(terms, Set.of("the"));
  }

  private static Map<String, Integer> once(List<String> words) {
    Map<String, Integer> once = new LinkedHashMap<>();
    words.forEach(word -> once.put(word, 1));
    return once;
  }

  @Test
  void keepsWhatAnArticleSaysFirstAndHowOften() {
    Map<String, Integer> words = new LinkedHashMap<>();
    words.put("ferri", 3);
    words.put("the", 40);
    words.put("=ferries", 3);
    words.put("2026", 2);
    words.put("größe", 1);
    words.put("harbour", 1_000);
    assertEquals(
        List.of(Map.entry("ferri", 3), Map.entry("größe", 1), Map.entry("harbour", 127)),
        List.copyOf(Gist.read(gist(words)).entrySet()));
  }

  @Test
  void keepsNoMoreThanTheFirstStems() {
    List<String> many =
        IntStream.range(0, 100)
            .mapToObj(i -> "stem" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
            .toList();
    assertEquals(many.subList(0, 32), List.copyOf(Gist.read(gist(once(many))).keySet()));
  }

  @Test
  void leavesOutAStemWhoseLengthStandsInNoByte() {
    String longest = "a".repeat(127);
    assertEquals(
        Set.of(longest, "ferri"),
        Gist.read(gist(once(List.of("ä".repeat(64), longest, "ferri")))).keySet());
  }

  @Test
  void weighsWordsThatBeginAlikeApart() {
    StemWeights weights =
        new StemWeights(
            List.of(
                new TellingWord("ferri", "ferry", 4),
                new TellingWord("fer", "fer", 2),
                new TellingWord("größe", "größe", 1)));
    assertEquals(4, Gist.weight(gist(once(List.of("ferri", "ferryman", "fern"))), weights));
    assertEquals(7, Gist.weight(gist(once(List.of("größe", "fer", "ferri"))), weights));
    assertEquals(0, Gist.weight(gist(once(List.of("harbour", "größer"))), weights));
    assertEquals(0, Gist.weight(gist(Map.of()), weights));
  }

  @Test
  void weighsNothingWhereThereIsNoWord() {
    assertEquals(0, Gist.weight(gist(once(List.of("ferri"))), new StemWeights(List.of())));
  }
}
