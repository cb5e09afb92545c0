package dev.dateline.benchmarks.corpus;

import java.util.Random;

/**
 * Made-up words that can be spoken, by rank: rank 0 is the most frequent word of the language. The
 * first {@value #FUNCTION_WORDS} are short and never inflected, as "the" and "of" are; all others
 * are nouns and verbs at once, with the endings {@code s}, {@code ed} and {@code ing}.
 *
 * <p>A word's last sounds are chosen such that the English stemmer takes off exactly its ending:
 * {@link #lemma(String)} is what the stemmer makes of a word, so that the articles that a query
 * must find can be counted without any search library.
 */
public final class Vocabulary {

  static final int FUNCTION_WORDS = 120;

  /** Words without their inflected forms. */
  static final int SIZE = 60_000;

  private static final String[] ONSETS = {
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "gr", "kr",
    "pr", "tr", "st", "sk", "sh", "ch"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u"};
  private static final String[] LAST_VOWELS = {"a", "o", "u"};
  private static final String[] LAST_CONSONANTS = {"b", "d", "g", "k", "m", "n", "p", "f"};
  private static final int OPEN_SYLLABLES = ONSETS.length * VOWELS.length;
  private static final int CLOSED_SYLLABLES =
      ONSETS.length * LAST_VOWELS.length * LAST_CONSONANTS.length;

  /** From this rank on, words have three syllables: frequent words are short. */
  private static final int LONG_WORDS = 8_000;

  /**
   * Shares no divisor with the number of words of two syllables, and spreads neighbouring ranks
   * over the alphabet.
   */
  private static final int SPREAD = 40_009;

  private Vocabulary() {}

  /** The word of a rank, from 0 to {@link #SIZE} - 1, without an ending. */
  static String word(int rank) {
    if (rank < FUNCTION_WORDS) {
      return open(rank);
    }
    int scattered = Math.floorMod((long) rank * SPREAD, OPEN_SYLLABLES * CLOSED_SYLLABLES);
    String word = open(scattered / CLOSED_SYLLABLES) + closed(scattered % CLOSED_SYLLABLES);
    return rank < LONG_WORDS ? word : open(Math.floorMod(rank * 31, OPEN_SYLLABLES)) + word;
  }

  /** The word of a rank with one of its endings, as they come in running text. */
  static String inflected(int rank, Random random) {
    if (rank < FUNCTION_WORDS) {
      return word(rank);
    }
    int percent = random.nextInt(100);
    String ending = percent < 55 ? "" : percent < 80 ? "s" : percent < 90 ? "ed" : "ing";
    return word(rank) + ending;
  }

  /** The word without its ending. */
  public static String lemma(String word) {
    for (String ending : new String[] {"s", "ed", "ing"}) {
      if (word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static String open(int number) {
    return ONSETS[number % ONSETS.length] + VOWELS[number / ONSETS.length];
  }

  private static String closed(int number) {
    int vowel = number / ONSETS.length;
    return ONSETS[number % ONSETS.length]
        + LAST_VOWELS[vowel % LAST_VOWELS.length]
        + LAST_CONSONANTS[vowel / LAST_VOWELS.length];
  }
}
