package dev.dateline.lucene;

import dev.dateline.lucene.Feedback.TellingWord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * What a few telling words weigh, looked up for each stem of many articles: most have no weight.
 */
final class StemWeights {

  private final Map<BytesRef, Double> weights = new HashMap<>();

  /** Whether some word has this {@link #sign}: for most stems that is all that is looked at. */
  private final boolean[] signs = new boolean[1 << Byte.SIZE];

  StemWeights(List<TellingWord> words) {
    for (TellingWord word : words) {
      BytesRef stem = new BytesRef(word.stem());
      weights.put(stem, word.weight());
      signs[sign(stem)] = true;
    }
  }

  /**
   * The weight of a stem, 0 if it is none of the words.
   *
   * @param stem of at least one byte
   */
  double of(BytesRef stem) {
    return signs[sign(stem)] ? weights.getOrDefault(stem, 0.0) : 0;
  }

  private int sign(BytesRef stem) {
    int first = stem.bytes[stem.offset];
    int last = stem.bytes[stem.offset + stem.length - 1];
    return (31 * (31 * stem.length + first) + last) & (signs.length - 1);
  }
}
