package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.Order;
import dev.dateline.query.QueryNode;
import dev.dateline.query.QueryText;
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
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** The order of hits is one, wherever a page begins, and neighbours and phrases count in it. */
class RankedHitsTest {

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
  private static Query query(String text, Occur occur) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (String word : text.split(" ", -1)) {
      words.add(new TermQuery(new Term(Fields.WORDS, word)), occur);
    }
    return words.build();
  }

  private static Query phrase(QueryNode.Phrase phrase) {
    return new PhraseQuery(Fields.BODY, phrase.text().split(" ", -1));
  }

  private static RankedHits near(IndexSearcher searcher, String text, Occur occur)
      throws Exception {
    QueryNode asked = QueryText.parse(text).root();
    Rarity rarity = new Rarity(searcher.getIndexReader());
    return RankedHits.of(
        searcher,
        query(text, occur),
        Order.RELEVANCE,
        List.of(new Nearness(searcher, rarity, Neighbours.of(asked), FIELDS)),
        WholePhrase.of(searcher, rarity, asked, RankedHitsTest::phrase));
  }

  private static String letters(Random random) {
    List<String> letters = new ArrayList<>();
    for (int count = 2 + random.nextInt(4); count > 0; count--) {
      letters.add("" + (char) ('b' + random.nextInt(14)));
    }
    return String.join(" ", letters.stream().distinct().toList());
  }

  private static void withArticles(Random random, Searching searching) throws Exception {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        for (int i = 0; i < 4_000; i++) {
          add(writer, words(random, 6), words(random, 40), random.nextLong());
          if (i == 2_500) {
            writer.commit();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Ranking.SIMILARITY);
        searching.in(searcher);
      }
    }
  }

  private interface Searching {
    void in(IndexSearcher searcher) throws Exception;
  }

  private static List<Integer> docs(ScoreDoc[] hits) {
    return Arrays.stream(hits).map(hit -> hit.doc).toList();
  }

  @Test
  void pagesOfAnyLengthAfterAnyHitAreOneOrderOfTheSameHits() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    withArticles(
        random,
        searcher -> {
          for (int i = 0; i < 40; i++) {
            String text = letters(random);
            Occur occur = random.nextBoolean() ? Occur.SHOULD : Occur.MUST;
            String context = "dateline.seed=" + seed + " " + text + " " + occur;
            ScoreDoc[] all = near(searcher, text, occur).find(null, 4_000);
            assertEquals(searcher.count(query(text, occur)), all.length, context);
            assertEquals(all.length, docs(all).stream().distinct().count(), context);
            List<Integer> paged = new ArrayList<>();
            FieldDoc last = null;
            while (paged.size() < Math.min(all.length, 400)) {
              ScoreDoc[] page = near(searcher, text, occur).find(last, 1 + random.nextInt(130));
              paged.addAll(docs(page));
              last = (FieldDoc) page[page.length - 1];
            }
            assertEquals(docs(all).subList(0, paged.size()), paged, context);
          }
        });
  }

  @Test
  void noHitScoresLessThanTheNext() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    withArticles(
        random,
        searcher -> {
          for (int i = 0; i < 40; i++) {
            String text = letters(random);
            ScoreDoc[] hits = near(searcher, text, Occur.SHOULD).find(null, 300);
            for (int rank = 1; rank < hits.length; rank++) {
              assertTrue(
                  HitOrder.score(hits[rank - 1]) >= HitOrder.score(hits[rank]),
                  "dateline.seed=" + seed + " " + text + " at " + rank);
            }
          }
        });
  }

  @Test
  void ofCommonWordsThePhraseCountsWhereverItIsAmongTheHits() throws Exception {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        for (int i = 1; i <= 300; i++) {
          add(writer, "be to", "to be be to not or or not to be", i);
        }
        add(writer, "x", "x x x x x x x x x x x x to be or not to be x x x x x x x x", 1_000);
        add(writer, "x", "x x x x x x x x x x x x to or not be be to x x x x x x x x", 2_000);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Ranking.SIMILARITY);
        RankedHits hits = near(searcher, "to be or not to be", Occur.MUST);
        ScoreDoc[] all = hits.find(null, 400);
        assertEquals(1_000, hash(reader, all[0].doc));
        assertEquals(2_000, hash(reader, all[301].doc));
        assertEquals(302, docs(all).stream().distinct().count());
        assertEquals(
            docs(all).subList(100, 302), docs(hits.find((FieldDoc) all[99], 400)), "after a place");
      }
    }
  }

  @Test
  void theNearerTheNeighboursTheHigherTheScore() throws Exception {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        add(writer, "x", "storm x x x x x x x x x x x warn", 1);
        add(writer, "x", "storm warn x x x x x x x x x x x", 2);
        add(writer, "x", "warn x x storm x x x x x x x x x", 3);
        for (int i = 4; i <= 40; i++) { // or the words would be common ones
          add(writer, "x", "x x x x", i);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        ScoreDoc[] hits = near(searcher, "storm warn", Occur.MUST).find(null, 3);
        List<Long> order = new ArrayList<>();
        for (ScoreDoc hit : hits) {
          order.add(hash(reader, hit.doc));
        }
        assertEquals(List.of(2L, 3L, 1L), order);
        float highest = HitOrder.score(hits[0]);
        float lowest = HitOrder.score(hits[2]);
        assertTrue(highest > HitOrder.score(hits[1]) && HitOrder.score(hits[1]) > lowest);
        assertTrue(highest <= lowest * (1 + Ranking.NEARNESS));
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
