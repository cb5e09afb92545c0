package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.util.Arrays;
import java.util.Locale;

/**
 * The runs of words of a text (shingles, Broder 1997), by which copies are told that differ in a
 * few words, a few paragraphs or their length.
 */
final class Shingles {

  /** Words of a run: long enough that two texts about one thing share few by chance. */
  private static final int RUN = 4;

  /** Words that are looked at: a copy shows itself long before. */
  private static final int MOST_WORDS = 1_000;

  /** Hashes of the runs, in order, each once. */
  private final long[] runs;

  private Shingles(long[] runs) {
    this.runs = runs;
  }

  /** The runs of what an article says: its body, or what it has instead. */
  static Shingles of(Article article) {
    String text =
        article.body().isEmpty()
            ? article.title() + " " + article.summary()
            : String.join(" ", article.body());
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", MOST_WORDS + 1);
    int length = Math.min(words.length, MOST_WORDS);
    long[] runs = new long[Math.max(1, length - RUN + 1)];
    for (int i = 0; i < runs.length; i++) {
      for (int j = i; j < Math.min(length, i + RUN); j++) {
        runs[i] = 1_000_003 * runs[i] + words[j].hashCode();
      }
    }
    return new Shingles(Arrays.stream(runs).sorted().distinct().toArray());
  }

  /** The share of the shorter text's runs that the other one has too: 0 to 1. */
  double containment(Shingles other) {
    int shared = 0;
    for (int i = 0, j = 0; i < runs.length && j < other.runs.length; ) {
      int order = Long.compare(runs[i], other.runs[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) shared / Math.min(runs.length, other.runs.length);
  }
}
