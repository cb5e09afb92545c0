package dev.dateline.benchmarks.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.benchmarks.wordforms.WordForms;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void everyRankHasAWordOfItsOwn() {
    Set<String> words = new HashSet<>();
    for (int rank = 0; rank < Vocabulary.SIZE; rank++) {
      assertTrue(words.add(Vocabulary.word(rank)), Vocabulary.word(rank));
    }
  }

  @Test
  void theEnglishStemmerTakesOffTheEndingAndNothingElse() {
    for (int rank = 0; rank < Vocabulary.SIZE; rank++) {
      String word = Vocabulary.word(rank);
      List<String> endings =
          rank < Vocabulary.FUNCTION_WORDS ? List.of("") : List.of("", "s", "ed", "ing");
      for (String ending : endings) {
        assertEquals(word, WordForms.stem(word + ending), word + ending);
        assertEquals(word, Vocabulary.lemma(word + ending), word + ending);
      }
    }
  }

  @Test
  void wordsInRunningTextCarryAllEndings() {
    Random random = new Random(1);
    Set<String> forms = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      forms.add(Vocabulary.inflected(1_000, random).substring(Vocabulary.word(1_000).length()));
    }
    assertEquals(Set.of("", "s", "ed", "ing"), forms);
  }
}
