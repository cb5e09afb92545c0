package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.index.Order;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** The best hits are those that Lucene finds when it compares all keys of all documents. */
class BestHitsTest {

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

  @Test
  void theBestAreThoseOfAllKeysCompared() throws Exception {
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
        for (int i = 0; i < 200; i++) {
          Query query = query();
          int most = random.nextInt(1, 80);
          ScoreDoc[] expected =
              searcher.search(
                      query,
                      new TopFieldCollectorManager(
                          HitOrder.sort(Order.RELEVANCE), most, null, Integer.MAX_VALUE))
                  .scoreDocs;
          assertEquals(
              keys(expected),
              keys(searcher.search(query, new BestHits(most))),
              () -> "dateline.seed=" + seed + " the best " + most + " of " + query);
        }
      }
    }
  }
}
