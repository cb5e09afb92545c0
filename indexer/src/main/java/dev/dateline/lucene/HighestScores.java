package dev.dateline.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.LongHeap;

/**
 * The documents with the highest scores, and all that score as much as the last of them and may
 * come before it by what breaks ties. Documents of a segment come in the order that breaks their
 * ties. Used by one thread.
 */
final class HighestScores {

  private final int most;

  /** A score in the upper half, and in the lower one the document, the first one as the highest. */
  private final LongHeap highest;

  /** What scores as much as the lowest of the highest. */
  private final List<ScoreDoc> ties = new ArrayList<>();

  /** The first document of the segment. */
  private int segment;

  /** Documents of the segment among the highest, and among the ties. */
  private int ofSegment;

  /**
   * @param most how many documents but for ties, at least 1
   */
  HighestScores(int most) {
    this.most = most;
    this.highest = new LongHeap(most);
  }

  /**
   * Documents of another segment come.
   *
   * @param first the number of the first one
   */
  void startSegment(int first) {
    segment = first;
    ofSegment = 0;
  }

  /** The lowest score that a document needs to be among them. */
  float least() {
    if (highest.size() < most) {
      return 0;
    }
    float least = score(highest.top());
    return ofSegment < most ? least : Math.nextUp(least);
  }

  /** Takes a document that scores at least the {@link #least}. */
  void add(int doc, float score) {
    ofSegment++;
    long added = (long) Float.floatToIntBits(score) << Integer.SIZE | (~doc & 0xFFFF_FFFFL);
    if (highest.size() < most) {
      highest.push(added);
      return;
    }
    long lowest = highest.top();
    if (score == score(lowest)) {
      ties.add(new ScoreDoc(doc, score));
      return;
    }
    highest.updateTop(added);
    if (score(highest.top()) == score(lowest)) {
      ties.add(scored(lowest));
    } else {
      forget(lowest);
    }
  }

  /** What scored as much as this one scores too little by now. */
  private void forget(long lowest) {
    ofSegment -= isOfSegment(doc(lowest)) ? 1 : 0;
    for (ScoreDoc tie : ties) {
      ofSegment -= isOfSegment(tie.doc) ? 1 : 0;
    }
    ties.clear();
  }

  private boolean isOfSegment(int doc) {
    return doc >= segment;
  }

  private static float score(long entry) {
    return Float.intBitsToFloat((int) (entry >> Integer.SIZE));
  }

  private static int doc(long entry) {
    return ~(int) entry;
  }

  private static ScoreDoc scored(long entry) {
    return new ScoreDoc(doc(entry), score(entry));
  }

  /** All of them in any order. */
  List<ScoreDoc> all() {
    List<ScoreDoc> all = new ArrayList<>(ties);
    for (int i = 1; i <= highest.size(); i++) {
      all.add(scored(highest.get(i)));
    }
    return all;
  }
}
