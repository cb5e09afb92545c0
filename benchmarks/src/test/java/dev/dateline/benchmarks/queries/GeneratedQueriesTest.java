package dev.dateline.benchmarks.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedQueriesTest {

  @TempDir private Path folder;

  @Test
  void everyClassFindsAsManyArticlesAsThereAre() throws IOException {
    GeneratedCorpus corpus = new GeneratedCorpus(500, 42, folder);
    GeneratedQueries queries = new GeneratedQueries(corpus);
    Instant asOf = corpus.newest();
    try (ArticleIndex index = corpus.index();
        FloorIndex floor = FloorIndex.of(corpus)) {
      for (QueryClass kind : QueryClass.values()) {
        Verification.check(queries.draw(kind, 20), asOf, corpus, index, floor);
      }
    }
  }

  @Test
  void queriesMatchTheArticlesThatTheyWereDrawnFrom() {
    GeneratedCorpus corpus = new GeneratedCorpus(300, 42, folder);
    GeneratedQueries queries = new GeneratedQueries(corpus);
    for (QueryClass kind : QueryClass.values()) {
      List<GeneratedQuery> drawn = queries.draw(kind, 50);
      assertEquals(drawn, queries.draw(kind, 50));
      for (GeneratedQuery query : drawn) {
        assertTrue(
            corpus.articles().anyMatch(article -> query.matches(ArticleWords.all(article), false)),
            query.toString());
      }
    }
  }

  @Test
  void aWrongTotalIsRefused() throws IOException {
    GeneratedCorpus corpus = new GeneratedCorpus(300, 42, folder.resolve("one"));
    GeneratedCorpus other = new GeneratedCorpus(300, 43, folder.resolve("other"));
    List<GeneratedQuery> drawn = new GeneratedQueries(corpus).draw(QueryClass.AND, 5);
    try (ArticleIndex index = other.index();
        FloorIndex floor = FloorIndex.of(corpus)) {
      assertThrows(
          IllegalStateException.class,
          () -> Verification.check(drawn, corpus.newest(), corpus, index, floor));
    }
  }
}
