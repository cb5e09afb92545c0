package dev.dateline.benchmarks.corpus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Something that the news tells about for a while: a burst of articles with words of their own.
 *
 * @param section where its articles stand
 * @param words the ranks of its words in the {@link Vocabulary}
 * @param names the names, of two words each, that its articles repeat
 * @param start when it began
 * @param meanDays how long its articles go on, in days on average
 */
record Topic(
    String section, List<Integer> words, List<String> names, Instant start, double meanDays) {

  private static final List<String> SECTIONS =
      List.of(
          "World", "Politics", "Business", "Technology", "Science", "Health", "Sport", "Culture");

  static Topic random(Random random) {
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      // Even over the logarithm of the rank: some of a topic's words are common, some rare.
      words.add((int) (300 * StrictMath.pow(60, random.nextDouble())));
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      names.add(name(random));
    }
    return new Topic(
        SECTIONS.get(random.nextInt(SECTIONS.size())),
        List.copyOf(words),
        List.copyOf(names),
        Rhythm.anyTime(random),
        1 + 20 * random.nextDouble());
  }

  /** A name of two words, each with a capital. */
  static String name(Random random) {
    return capital(rareWord(random)) + " " + capital(rareWord(random));
  }

  static String rareWord(Random random) {
    return Vocabulary.word(5_000 + random.nextInt(Vocabulary.SIZE - 5_000));
  }

  static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A time at which an article on this topic may be published. */
  Instant time(Random random) {
    double days = -StrictMath.log(1 - random.nextDouble()) * meanDays;
    Instant time = Rhythm.near(start.plusSeconds((long) (days * 86_400)), random);
    return time.isBefore(Rhythm.END) ? time : Rhythm.anyTime(random);
  }
}
