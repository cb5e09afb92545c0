package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.FilterScorable;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the best hits in the order of relevance: by score, and of equal scores the newest first.
 * Segments are sorted by what breaks ties, so that within one Lucene's collector by score alone
 * finds them in that order; dates are looked up only for what it found. Lucene's collector by
 * several keys looks at every document that scores as much as the last hit: over 200,000 articles
 * in one segment the fifty best of a common word took 168 us CPU with it, and take 124 so; of three
 * words 255 and 228 (2026-11-26).
 */
final class BestHits implements CollectorManager<BestHits.Gathering, FieldDoc[]> {

  /** As {@link HitOrder#sort} has it, the best first. */
  static final Comparator<FieldDoc> ORDER = BestHits::compare;

  private final int most;

  /**
   * @param most how many hits at most, at least 1
   */
  BestHits(int most) {
    this.most = most;
  }

  private static int compare(FieldDoc a, FieldDoc b) {
    int byScore = Float.compare((Float) b.fields[0], (Float) a.fields[0]);
    if (byScore != 0) {
      return byScore;
    }
    int byDate = Long.compare((Long) b.fields[1], (Long) a.fields[1]);
    if (byDate != 0) {
      return byDate;
    }
    int byHash = Long.compare((Long) a.fields[2], (Long) b.fields[2]);
    return byHash != 0 ? byHash : Integer.compare(a.doc, b.doc);
  }

  @Override
  public Gathering newCollector() {
    return new Gathering();
  }

  @Override
  public FieldDoc[] reduce(Collection<Gathering> gathered) throws IOException {
    List<FieldDoc> best = new ArrayList<>();
    for (Gathering each : gathered) {
      each.endSegment();
      best.addAll(each.best);
    }
    return best.stream().sorted(ORDER).limit(most).toArray(FieldDoc[]::new);
  }

  /** The best hits of the segments of one thread. */
  final class Gathering implements Collector {
    private final List<FieldDoc> best = new ArrayList<>();
    private @Nullable LeafReaderContext segment;
    private @Nullable TopScoreDocCollector inSegment;

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext next) throws IOException {
      endSegment();
      segment = next;
      int room = Math.min(most, next.reader().maxDoc());
      inSegment = new TopScoreDocCollectorManager(room, room).newCollector();
      LeafCollector collector = inSegment.getLeafCollector(next);
      return best.size() < most
          ? collector
          : new AtLeast(HitOrder.score(best.getLast()), collector);
    }

    private void endSegment() throws IOException {
      if (segment == null || inSegment == null) {
        return;
      }
      ScoreDoc[] found = inSegment.topDocs().scoreDocs;
      NumericDocValues published = DocValues.getNumeric(segment.reader(), Fields.PUBLISHED);
      NumericDocValues hashes = DocValues.getNumeric(segment.reader(), Fields.ID_HASH);
      FieldDoc[] keyed = new FieldDoc[found.length];
      BySegment.visit(
          List.of(segment),
          found,
          leaf ->
              (hit, doc) -> {
                long time =
                    published.advanceExact(doc) ? published.longValue() : Generation.UNDATED;
                long hash = hashes.advanceExact(doc) ? hashes.longValue() : 0;
                float score = found[hit].score;
                keyed[hit] = new FieldDoc(found[hit].doc, score, new Object[] {score, time, hash});
              });
      Collections.addAll(best, keyed);
      best.sort(ORDER);
      best.subList(Math.min(most, best.size()), best.size()).clear();
      segment = null;
    }
  }

  /** What scores less than the best hits of other segments is not looked at. */
  private static final class AtLeast extends FilterLeafCollector {
    private float least;

    AtLeast(float least, LeafCollector collector) {
      super(collector);
      this.least = least;
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      super.setScorer(
          new FilterScorable(scorer) {
            @Override
            public void setMinCompetitiveScore(float score) throws IOException {
              least = Math.max(least, score);
              in.setMinCompetitiveScore(least);
            }
          });
      scorer.setMinCompetitiveScore(least);
    }
  }
}
