package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.Order;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** A limit of time changes nothing but that it stops. */
class TimeLimitTest {

  /** So many that the clock is looked at several times in a segment. */
  private static final int ARTICLES = 40_000;

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private String letter() {
    return "" + (char) ('a' + random.nextInt(26));
  }

  private Query query() {
    BooleanQuery.Builder letters = new BooleanQuery.Builder();
    Occur occur = random.nextBoolean() ? Occur.SHOULD : Occur.MUST;
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      letters.add(new TermQuery(new Term(Fields.WORDS, letter())), occur);
    }
    return letters.build();
  }

  private static List<String> keys(ScoreDoc[] hits) {
    return Arrays.stream(hits).map(ScoreDoc::toString).toList();
  }

  private interface Searching {
    void in(IndexSearcher searcher) throws Exception;
  }

  private void withArticles(Searching searching) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig().setIndexSort(Generation.NEWEST_FIRST);
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < ARTICLES; i++) {
          Document document = new Document();
          for (int letters = random.nextInt(1, 5); letters > 0; letters--) {
            document.add(new StringField(Fields.WORDS, letter(), Field.Store.NO));
          }
          document.add(new NumericDocValuesField(Fields.PUBLISHED, random.nextInt(1_000)));
          document.add(new NumericDocValuesField(Fields.ID_HASH, i));
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        searching.in(new IndexSearcher(reader));
      }
    }
  }

  @Test
  void withTimeEnoughAllIsFoundAsWithoutALimit() throws Exception {
    withArticles(
        searcher -> {
          TimeLimit limit = new TimeLimit(Duration.ofMinutes(10));
          IndexSearcher limited = limit.on(searcher);
          for (int i = 0; i < 20; i++) {
            Query query = query();
            String context = "dateline.seed=" + seed + " " + query;
            for (Order order : Order.values()) {
              assertEquals(
                  keys(HitOrder.find(searcher, query, order, null, 50)),
                  keys(HitOrder.find(limited, query, order, null, 50)),
                  context + " " + order);
            }
            assertEquals(searcher.count(query), limited.count(query), context);
            assertEquals(
                HitSet.of(searcher, query, TimeLimit.NONE).size(),
                HitSet.of(limited, query, limit).size(),
                context);
          }
          assertFalse(limit.isMet());
        });
  }

  @Test
  void withoutTimeNothingIsFoundAndThatIsTold() throws Exception {
    withArticles(
        searcher -> {
          for (Order order : Order.values()) {
            TimeLimit limit = new TimeLimit(Duration.ofNanos(-1));
            assertEquals(
                List.of(), keys(HitOrder.find(limit.on(searcher), query(), order, null, 50)));
            assertTrue(limit.isMet(), order.name());
          }
        });
  }
}
