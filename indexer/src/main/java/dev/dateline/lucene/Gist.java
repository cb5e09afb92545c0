package dev.dateline.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * What an article says first: its stems that may tell what it is about, in the order of its text,
 * and how often it has each. Kept with each article so that the best hits can be heard ({@link
 * Agreement}) without reading and analysing them: docs/adr/0019-gist.md.
 */
final class Gist {

  /** Stems of an article, at most. By benchmarks/relevance.md. */
  private static final int MOST = 32;

  /** Of a stem in UTF-8, as of a number, so that either stands in a byte. */
  private static final int LARGEST = Byte.MAX_VALUE;

  private Gist() {}

  /**
   * The gist of an article as it is kept: for each stem, how often it is said, its length, and its
   * bytes.
   *
   * @param words all words of the article in the order of its text, as written and as stems, and
   *     how often it has each
   * @param functionWords stems that tell nothing
   */
  static BytesRef of(List<CountedTerm> words, Set<String> functionWords) {
    BytesRefBuilder gist = new BytesRefBuilder();
    words.stream()
        .filter(word -> word.isStem() && mayTell(word.term().utf8ToString(), functionWords))
        .limit(MOST)
        .forEach(word -> append(gist, word.term(), word.times()));
    return gist.toBytesRef();
  }

  private static boolean mayTell(String stem, Set<String> functionWords) {
    return Rarity.mayTell(stem) && !functionWords.contains(stem);
  }

  private static void append(BytesRefBuilder gist, BytesRef stem, int times) {
    if (stem.length <= LARGEST) {
      gist.append((byte) Math.min(times, LARGEST));
      gist.append((byte) stem.length);
      gist.append(stem);
    }
  }

  /** The stems of a gist in their order, and how often the article has each: 1 to 127. */
  static Map<String, Integer> read(BytesRef gist) {
    Map<String, Integer> said = new LinkedHashMap<>();
    int end = gist.offset + gist.length;
    for (int at = gist.offset; at < end; at += 2 + gist.bytes[at + 1]) {
      BytesRef stem = new BytesRef(gist.bytes, at + 2, gist.bytes[at + 1]);
      said.put(stem.utf8ToString(), (int) gist.bytes[at]);
    }
    return said;
  }

  /** What the stems of a gist weigh together. */
  static double weight(BytesRef gist, StemWeights weights) {
    double weight = 0;
    BytesRef stem = new BytesRef(gist.bytes, 0, 0);
    int end = gist.offset + gist.length;
    for (int at = gist.offset; at < end; at += 2 + stem.length) {
      stem.offset = at + 2;
      stem.length = gist.bytes[at + 1];
      weight += weights.of(stem);
    }
    return weight;
  }
}
