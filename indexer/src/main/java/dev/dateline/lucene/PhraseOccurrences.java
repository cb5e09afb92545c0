package dev.dateline.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The words of one phrase in one text, and where they make up the phrase. Used by one thread, for
 * one text.
 */
final class PhraseOccurrences {

  /** More words of one phrase in a text than anybody would look at. It bounds a hostile query. */
  private static final int MOST = 10_000;

  /**
   * For each place of the phrase its words, by the position at which the phrase would start: where
   * the whole phrase stands as it was asked for, these are the same for all places.
   */
  private final List<TreeMap<Integer, Word>> places = new ArrayList<>();

  private final int slop;
  private int count;

  /** A word of the text that may stand at a place of the phrase. */
  record Word(int start, int end) {}

  PhraseOccurrences(Sought phrase) {
    this.slop = phrase.slop();
    phrase.places().forEach(place -> places.add(new TreeMap<>()));
  }

  /**
   * Takes a word.
   *
   * @param place the number of its place in the phrase
   * @param phraseStart its position less that of the place
   */
  void add(int place, int phraseStart, Word word) {
    if (count++ < MOST) {
      places.get(place).put(phraseStart, word);
    }
  }

  /**
   * Gives the words that are part of the phrase, some of them several times. A phrase matches as
   * Lucene's sloppy phrases do: where the starts that its words speak for are at most the slop
   * apart.
   */
  void phrases(Consumer<Word> use) {
    if (places.stream().anyMatch(TreeMap::isEmpty)) {
      return;
    }
    places.stream()
        .flatMap(words -> words.keySet().stream())
        .distinct()
        .forEach(start -> phraseFrom(start, use));
  }

  /** The phrase whose words speak for this start and later ones. */
  private void phraseFrom(int start, Consumer<Word> use) {
    List<Word> phrase = new ArrayList<>();
    for (TreeMap<Integer, Word> words : places) {
      var nearest = words.ceilingEntry(start);
      if (nearest == null || nearest.getKey() > start + slop) {
        return;
      }
      phrase.add(nearest.getValue());
    }
    if (phrase.stream().distinct().count() == phrase.size()) {
      phrase.forEach(use);
    }
  }
}
