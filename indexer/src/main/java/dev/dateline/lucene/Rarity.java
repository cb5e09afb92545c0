package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * How rare stems are in an index: BM25's inverse document frequency, {@code ln(1 + (N - n + 0.5) /
 * (n + 0.5))}, of {@code n} among {@code N} articles. Used by one thread.
 */
final class Rarity {

  private final double articles;
  private final List<DocumentFrequencies> segments = new ArrayList<>();

  Rarity(IndexReader reader) throws IOException {
    this.articles = reader.maxDoc();
    for (LeafReaderContext leaf : largestFirst(reader.leaves())) {
      DocumentFrequencies segment = DocumentFrequencies.of(leaf.reader());
      if (segment != null) {
        segments.add(segment);
      }
    }
  }

  /** So that what a stem weighs at most is soon known. */
  private static List<LeafReaderContext> largestFirst(List<LeafReaderContext> leaves) {
    List<LeafReaderContext> largestFirst = new ArrayList<>(leaves);
    largestFirst.sort(
        Comparator.<LeafReaderContext>comparingInt(leaf -> leaf.reader().maxDoc()).reversed());
    return largestFirst;
  }

  /** How many articles have a stem. */
  private int having(String stem) throws IOException {
    int having = 0;
    for (DocumentFrequencies segment : segments) {
      having += segment.of(stem);
    }
    return having;
  }

  /** The rarity of a stem, above 0. */
  double of(String stem) throws IOException {
    return of(having(stem));
  }

  /** Whether more than {@link Ranking#COMMON} of all articles have a stem. */
  boolean isCommon(String stem) throws IOException {
    return having(stem) > Ranking.COMMON * articles;
  }

  /** Whether a stem may tell anything about an article: it is a word, and no number. */
  static boolean mayTell(String stem) {
    for (int i = 0; i < stem.length(); i++) {
      if (!Character.isLetter(stem.charAt(i))) {
        return false;
      }
    }
    return stem.length() > 1;
  }

  /** The rarity of what so many articles have, above 0. */
  double of(int having) {
    return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  }

  /**
   * The rarity of a stem that may tell what an article is about; 0 for numbers, for what no other
   * article has, and for what more than this share of all has.
   */
  double telling(String stem, double common) throws IOException {
    return telling(1, stem, common, 0);
  }

  /**
   * A weight times that rarity; 0 also where it is below the least that is of use, which the
   * largest segments tell of most stems, so that the others need not be asked.
   */
  double telling(double weight, String stem, double common, double least) throws IOException {
    if (!mayTell(stem)) {
      return 0;
    }
    int having = 0;
    for (DocumentFrequencies segment : segments) {
      having += segment.of(stem);
      if (having > common * articles || (least > 0 && weight * of(having) < least)) {
        return 0;
      }
    }
    return having < 2 ? 0 : weight * of(having);
  }
}
