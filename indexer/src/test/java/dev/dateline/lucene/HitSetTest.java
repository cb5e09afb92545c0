package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.article.Article;
import dev.dateline.index.SearchRequest;
import dev.dateline.query.ParsedQuery;
import dev.dateline.query.QueryText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a query matches is gathered, many at a time where any of its words will do. */
class HitSetTest {

  private static final Instant NOW = Instant.parse("2026-09-14T06:00:00Z");
  private static final int ARTICLES = 300;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;

  /** In two segments, some deleted: of the even ones ferries, of each third one bridges. */
  @BeforeEach
  void write() throws IOException {
    try (IndexWriter writer = Generation.create(directory)) {
      for (int number = 0; number < ARTICLES; number++) {
        String title = (number % 2 == 0 ? "ferries " : "") + (number % 3 == 0 ? "bridge" : "news");
        writer.addDocument(
            ArticleDocument.of(Article.builder().id("a" + number).title(title).build()));
        if (number == ARTICLES / 2) {
          writer.commit();
        }
      }
      writer.deleteDocuments(new Term(Fields.ID, "a0"), new Term(Fields.ID, "a299"));
    }
    reader = DirectoryReader.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  private static Query query(String text) {
    SearchRequest request = SearchRequest.of(text);
    ParsedQuery parsed = QueryText.parse(text);
    return new QueryTranslator(request, parsed.root(), NOW, TimeLimit.NONE)
        .filtered(parsed.root(), request.filters(), NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ferry", "ferry OR bridge", "ferry OR bridge OR news", "ferry OR nowhere", "br*"})
  void ofAlternativesIsWhatLuceneCounts(String text) throws IOException {
    assertEquals(luceneCounts(text), HitSet.of(searcher(), query(text), TimeLimit.NONE).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ferry bridge", "ferry OR bridge -news", "-ferry", "\"ferries bridge\""})
  void ofOtherQueriesToo(String text) throws IOException {
    assertEquals(luceneCounts(text), HitSet.of(searcher(), query(text), TimeLimit.NONE).size());
  }

  private long luceneCounts(String text) throws IOException {
    return searcher().count(query(text));
  }

  private IndexSearcher searcher() {
    return new IndexSearcher(reader);
  }

  /** Only who gathers many at a time asks the clock itself: a searcher has its own for the rest. */
  @ParameterizedTest
  @ValueSource(strings = {"ferry OR bridge", "ferry OR bridge OR news", "ferry OR bridge -news"})
  void alternativesAreGatheredManyAtATimeUntilTheTimeIsOver(String text) throws IOException {
    assertEquals(-1, gatheredTooLate(text));
  }

  @Test
  void whatMustMatchAllIsNot() throws IOException {
    assertEquals(luceneCounts("ferry bridge"), gatheredTooLate("ferry bridge"));
  }

  /** How many are gathered by a searcher without a clock when the time is over; -1 if it stops. */
  private long gatheredTooLate(String text) throws IOException {
    TimeLimit over = new TimeLimit(Duration.ofNanos(-1));
    return over.within(() -> HitSet.of(searcher(), query(text), over).size(), -1L);
  }
}
