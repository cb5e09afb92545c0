package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.Order;
import dev.dateline.query.QueryText;
import java.util.ArrayList;
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
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class NearnessQueryTest {

  private static final List<String> FIELDS = List.of(Fields.TITLE, Fields.BODY);

  private static void add(IndexWriter writer, String title, String body, long hash)
      throws Exception {
    Document document = new Document();
    document.add(new TextField(Fields.TITLE, title, Field.Store.NO));
    document.add(new TextField(Fields.BODY, body, Field.Store.NO));
    document.add(new TextField(Fields.WORDS, title + " " + title + " " + body, Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.ID_HASH, hash));
    document.add(new NumericDocValuesField(Fields.PUBLISHED, hash % 50));
    writer.addDocument(document);
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(new WhitespaceAnalyzer()).setIndexSort(Generation.NEWEST_FIRST);
  }

  private static String words(Random random, int most) {
    StringBuilder words = new StringBuilder();
    for (int length = 1 + random.nextInt(most); length > 0; length--) {
      words.append((char) ('a' + (int) Math.abs(random.nextGaussian() * 6))).append(' ');
    }
    return words.toString();
  }

  /** As it is asked of Dateline: all words, or any. */
  private static Query near(String text, Occur occur) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (String word : text.split(" ", -1)) {
      words.add(new TermQuery(new Term(Fields.WORDS, word)), occur);
    }
    List<Neighbours> pairs = Neighbours.of(QueryText.parse(text).root());
    return new NearnessQuery(words.build(), pairs, FIELDS);
  }

  private static List<String> letters(Random random) {
    List<String> letters = new ArrayList<>();
    for (int count = 2 + random.nextInt(4); count > 0; count--) {
      letters.add("" + (char) ('b' + random.nextInt(14)));
    }
    return letters.stream().distinct().toList();
  }

  @Test
  void skippingWhatCannotReachTheTopLosesNothing() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        for (int i = 0; i < 8_000; i++) {
          add(writer, words(random, 6), words(random, 40), random.nextLong());
          if (i == 5_000) {
            writer.commit();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Ranking.SIMILARITY);
        for (int i = 0; i < 100; i++) {
          String text = String.join(" ", letters(random));
          Query query = near(text, random.nextBoolean() ? Occur.SHOULD : Occur.MUST);
          assertSameTop(searcher, query, "dateline.seed=" + seed + " " + text);
        }
      }
    }
  }

  private static void assertSameTop(IndexSearcher searcher, Query query, String context)
      throws Exception {
    ScoreDoc[] skipping = HitOrder.find(searcher, query, Order.RELEVANCE, null, 10);
    ScoreDoc[] all =
        searcher.search(
                query,
                new TopFieldCollectorManager(
                    HitOrder.sort(Order.RELEVANCE), 10, null, Integer.MAX_VALUE))
            .scoreDocs;
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

  @Test
  void theNearerTheNeighboursTheHigherTheScore() throws Exception {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        add(writer, "x", "storm x x x x x x x x x x x warn", 1);
        add(writer, "x", "storm warn x x x x x x x x x x x", 2);
        add(writer, "x", "warn x x storm x x x x x x x x x", 3);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        Query query = near("storm warn", Occur.MUST);
        ScoreDoc[] hits = searcher.search(query, 3).scoreDocs;
        List<Long> order = new ArrayList<>();
        for (ScoreDoc hit : hits) {
          order.add(hash(reader, hit.doc));
        }
        assertEquals(List.of(2L, 3L, 1L), order);
        assertTrue(hits[0].score > hits[1].score && hits[1].score > hits[2].score);
        assertTrue(hits[0].score <= hits[2].score * (1 + Ranking.NEARNESS));
      }
    }
  }

  private static long hash(DirectoryReader reader, int doc) throws Exception {
    NumericDocValues hashes =
        reader.leaves().getFirst().reader().getNumericDocValues(Fields.ID_HASH);
    assertTrue(hashes.advanceExact(doc));
    return hashes.longValue();
  }
}
