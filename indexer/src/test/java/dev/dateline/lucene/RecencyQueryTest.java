package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class RecencyQueryTest {

  private static final Instant AS_OF = Instant.parse("2026-11-20T12:00:00Z");

  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          Generation.NEWEST_FIRST.getSort()[0],
          Generation.NEWEST_FIRST.getSort()[1]);

  /** Documents of a few words, some undated, some newer than the instant that is asked. */
  private static void fill(Directory directory, Random random) throws Exception {
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer()).setIndexSort(Generation.NEWEST_FIRST);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 20_000; i++) {
        Document document = new Document();
        StringBuilder words = new StringBuilder();
        for (int length = 1 + random.nextInt(30); length > 0; length--) {
          words.append((char) ('a' + (int) Math.abs(random.nextGaussian() * 5))).append(' ');
        }
        document.add(new TextField("body", words.toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.ID_HASH, random.nextLong()));
        if (random.nextInt(10) > 0) {
          long age = Duration.ofDays(1).toMillis() * (random.nextInt(400) - 2);
          document.add(new NumericDocValuesField(Fields.PUBLISHED, AS_OF.toEpochMilli() - age));
        }
        document.add(new StringField("id", Integer.toString(i % 15_000), Field.Store.NO));
        writer.updateDocument(new Term("id", Integer.toString(i % 15_000)), document);
        if (i == 12_000) {
          writer.commit();
        }
      }
    }
  }

  private static Query words(Random random) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    Occur occur = random.nextBoolean() ? Occur.SHOULD : Occur.MUST;
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      words.add(new TermQuery(new Term("body", "" + (char) ('a' + random.nextInt(15)))), occur);
    }
    return words.build();
  }

  @Test
  void skippingWhatCannotReachTheTopLosesNothing() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    try (Directory directory = new ByteBuffersDirectory()) {
      fill(directory, random);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int i = 0; i < 200; i++) {
          Query query =
              new RecencyQuery(
                  words(random),
                  AS_OF,
                  Duration.ofDays(1 + random.nextInt(60)),
                  random.nextDouble());
          ScoreDoc[] skipping =
              searcher.search(query, new TopFieldCollectorManager(ORDER, 10, null, 10)).scoreDocs;
          ScoreDoc[] all =
              searcher.search(
                      query, new TopFieldCollectorManager(ORDER, 10, null, Integer.MAX_VALUE))
                  .scoreDocs;
          String context = "dateline.seed=" + seed + " " + query;
          assertEquals(all.length, skipping.length, context);
          for (int rank = 0; rank < all.length; rank++) {
            assertEquals(all[rank].doc, skipping[rank].doc, context);
            assertEquals(
                searcher.explain(query, all[rank].doc).getValue().doubleValue(),
                (Float) ((FieldDoc) all[rank]).fields[0],
                1e-4,
                context);
          }
        }
      }
    }
  }
}
