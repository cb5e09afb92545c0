package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.index.Order;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first hits are those that Lucene finds when it compares all keys of all documents. */
class HitOrderTest {

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** Many articles say the same and are of one day; some are undated. */
  private Document article() {
    StringBuilder text = new StringBuilder();
    for (int word = random.nextInt(1, 5); word > 0; word--) {
      text.append((char) ('a' + random.nextInt(6))).append(' ');
    }
    Document document = new Document();
    document.add(new TextField(Fields.WORDS, text.toString(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.ID_HASH, random.nextInt()));
    if (random.nextInt(10) > 0) {
      document.add(new NumericDocValuesField(Fields.PUBLISHED, random.nextInt(20)));
    }
    return document;
  }

  private Query query() {
    if (random.nextInt(10) == 0) {
      return MatchAllDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (int word = random.nextInt(1, 4); word > 0; word--) {
      String letter = "" + (char) ('a' + random.nextInt(7));
      words.add(new TermQuery(new Term(Fields.WORDS, letter)), Occur.SHOULD);
    }
    if (random.nextInt(10) == 0) {
      words.add(new BoostQuery(MatchAllDocsQuery.INSTANCE, 0), Occur.SHOULD); // scores of 0
    }
    return random.nextBoolean()
        ? words.build()
        : new RecencyQuery(
            words.build(), Instant.ofEpochMilli(30), Duration.ofMillis(10), Ranking.FRESHNESS);
  }

  private static List<String> keys(ScoreDoc[] hits) {
    return Arrays.stream(hits)
        .map(hit -> hit.doc + " " + Arrays.toString(((FieldDoc) hit).fields))
        .toList();
  }

  /** What is looked for in articles of several segments. */
  private interface Searching {
    void in(IndexSearcher searcher) throws Exception;
  }

  private void withArticles(Searching searching) throws Exception {
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setIndexSort(Generation.NEWEST_FIRST)
            .setSimilarity(Ranking.SIMILARITY)
            .setMergePolicy(NoMergePolicy.INSTANCE);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 3_000; i++) {
        writer.addDocument(article());
        if (random.nextInt(500) == 0) {
          writer.commit();
        }
      }
      writer.deleteDocuments(new Term(Fields.WORDS, "f"));
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Ranking.SIMILARITY);
        searching.in(searcher);
      }
    }
  }

  private static ScoreDoc[] byAllKeys(
      IndexSearcher searcher, Query query, Order order, @Nullable FieldDoc after, int most)
      throws Exception {
    return searcher.search(
            query,
            new TopFieldCollectorManager(HitOrder.sort(order), most, after, Integer.MAX_VALUE))
        .scoreDocs;
  }

  @Test
  void theBestAreThoseOfAllKeysCompared() throws Exception {
    withArticles(
        searcher -> {
          for (int i = 0; i < 200; i++) {
            Query query = query();
            int most = random.nextInt(1, 80);
            assertEquals(
                keys(byAllKeys(searcher, query, Order.RELEVANCE, null, most)),
                keys(HitOrder.find(searcher, query, Order.RELEVANCE, null, most)),
                () -> "dateline.seed=" + seed + " the best " + most + " of " + query);
          }
        });
  }

  @Test
  void theNewestAreThoseOfAllKeysComparedAfterAnyPlace() throws Exception {
    withArticles(
        searcher -> {
          for (int i = 0; i < 200; i++) {
            Query query = query();
            int most = random.nextInt(1, 80);
            ScoreDoc[] first = HitOrder.find(searcher, query, Order.NEWEST, null, most);
            String context = "dateline.seed=" + seed + " the newest " + most + " of " + query;
            assertEquals(
                keys(byAllKeys(searcher, query, Order.NEWEST, null, most)), keys(first), context);
            if (first.length > 0) {
              FieldDoc place = (FieldDoc) first[random.nextInt(first.length)];
              assertEquals(
                  keys(byAllKeys(searcher, query, Order.NEWEST, place, most)),
                  keys(HitOrder.find(searcher, query, Order.NEWEST, place, most)),
                  context + " after " + place);
            }
          }
        });
  }

  @Test
  void noSegmentIsLookedAtThatHasNoArticleNewEnough() throws Exception {
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setIndexSort(Generation.NEWEST_FIRST)
            .setMergePolicy(NoMergePolicy.INSTANCE);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int day = 0; day < 6; day++) {
        for (int i = 0; i < 5; i++) {
          Document document = new Document();
          document.add(new NumericDocValuesField(Fields.PUBLISHED, day * 24 + i));
          writer.addDocument(document);
        }
        writer.commit();
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        List<Integer> segments = new ArrayList<>();
        Query query = new Watched(segments);
        HitOrder.find(new IndexSearcher(reader), query, Order.NEWEST, null, 7);
        assertEquals(List.of(5, 4), segments);
      }
    }
  }

  /** Finds everything, and notes where it is asked to. */
  private static final class Watched extends Query {
    private final List<Integer> segments;

    Watched(List<Integer> segments) {
      this.segments = segments;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
        throws IOException {
      return new FilterWeight(MatchAllDocsQuery.INSTANCE.createWeight(searcher, mode, boost)) {
        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
          segments.add(leaf.ord);
          return super.scorerSupplier(leaf);
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return "watched";
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
