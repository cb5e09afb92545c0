package dev.dateline.lucene;

import java.util.ArrayList;
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

  /** A stem, and how often an article has it: 1 to 127. */
  record Said(BytesRef stem, int times) {}

  private Gist() {}

  /**
   * The gist of an article as it is kept: for each stem, how often it is said, its length, and its
   * bytes.
   *
   * @param stems all stems of the article in the order of its text, and how often it has each
   * @param functionWords stems that tell nothing
   */
  static BytesRef of(Map<String, Integer> stems, Set<String> functionWords) {
    BytesRefBuilder gist = new BytesRefBuilder();
    stems.entrySet().stream()
        .filter(stem -> Rarity.mayTell(stem.getKey()) && !functionWords.contains(stem.getKey()))
        .limit(MOST)
        .forEach(stem -> append(gist, new BytesRef(stem.getKey()), stem.getValue()));
    return gist.toBytesRef();
  }

  private static void append(BytesRefBuilder gist, BytesRef stem, int times) {
    if (stem.length <= LARGEST) {
      gist.append((byte) Math.min(times, LARGEST));
      gist.append((byte) stem.length);
      gist.append(stem);
    }
  }

  /** What is said in a gist; the stems lie in its bytes. */
  static List<Said> read(BytesRef gist) {
    List<Said> said = new ArrayList<>(MOST);
    int end = gist.offset + gist.length;
    for (int at = gist.offset; at < end; ) {
      int length = gist.bytes[at + 1];
      said.add(new Said(new BytesRef(gist.bytes, at + 2, length), gist.bytes[at]));
      at += 2 + length;
    }
    return said;
  }
}
