package dev.dateline.benchmarks.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedQueriesTest {

  @TempDir private Path folder;

  @Test
  void everyClassFindsAsManyArticlesAsThereAre() throws IOException {
    GeneratedCorpus corpus = new GeneratedCorpus(500, 42, folder);
    try (ArticleIndex index = corpus.index(Layout.GROWN);
        FloorIndex floor = FloorIndex.of(corpus, Layout.MERGED)) {
      GeneratedQueries queries = new GeneratedQueries(corpus, floor);
      Verification verification = new Verification(index, floor);
      for (QueryClass kind : QueryClass.values()) {
        verification.check(queries.draw(kind, 20), corpus.newest(), corpus, queries);
      }
    }
  }

  @Test
  void queriesMatchTheArticlesThatTheyWereDrawnFrom() throws IOException {
    GeneratedCorpus corpus = new GeneratedCorpus(300, 42, folder);
    List<ArticleWords> articles = corpus.articles().map(ArticleWords::all).toList();
    try (FloorIndex floor = FloorIndex.of(corpus, Layout.MERGED)) {
      GeneratedQueries queries = new GeneratedQueries(corpus, floor);
      for (QueryClass kind : QueryClass.values()) {
        List<GeneratedQuery> drawn = queries.draw(kind, 50);
        assertEquals(drawn, queries.draw(kind, 50));
        for (GeneratedQuery query : drawn) {
          assertTrue(articles.stream().anyMatch(query::matches), query.toString());
        }
      }
    }
  }

  @Test
  void aWrongTotalIsRefused() throws IOException {
    GeneratedCorpus corpus = new GeneratedCorpus(300, 42, folder.resolve("one"));
    GeneratedCorpus other = new GeneratedCorpus(300, 43, folder.resolve("other"));
    try (ArticleIndex index = other.index(Layout.MERGED);
        FloorIndex floor = FloorIndex.of(corpus, Layout.MERGED)) {
      GeneratedQueries queries = new GeneratedQueries(corpus, floor);
      Verification verification = new Verification(index, floor);
      List<GeneratedQuery> drawn = queries.draw(QueryClass.AND, 5);
      assertThrows(
          IllegalStateException.class,
          () -> verification.check(drawn, corpus.newest(), corpus, queries));
    }
  }

  @Test
  void aSlipIsOneEdit() {
    Stream.of("ferry", "fery", "ferrry", "fersy", "frery")
        .forEach(slip -> assertTrue(Slips.isOneEdit(slip, "ferry"), slip));
    Stream.of("fer", "ferries", "frrye", "yrref", "verri")
        .forEach(other -> assertFalse(Slips.isOneEdit(other, "ferry"), other));
  }
}
