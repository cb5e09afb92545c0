package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Published;
import dev.dateline.article.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Every backend promises this of what it says about itself. */
public abstract class CommitContract extends ArticleIndexContract {

  @Test
  void anAnswerNamesTheCommitThatItSawAndTheNextCommitIsAnother() throws IOException {
    add(article("a"));
    Commit first = index.commit();
    assertEquals(first, search(SearchRequest.builder()).commit());
    index.refresh();
    assertEquals(first, index.commit());
    add(article("b"));
    assertNotEquals(first.version(), index.commit().version());
    assertEquals(index.commit(), search(SearchRequest.builder()).commit());
    assertEquals(index.commit(), index.stats().commit());
  }

  @Test
  void aCommitIsSettledUnlessAnEmbargoIsToEnd() throws IOException {
    Instant now = Instant.now();
    add(
        article("a"),
        article("gone").status(Status.WITHDRAWN),
        article("out").status(new Status.Embargoed(now.minusSeconds(60))));
    assertTrue(index.commit().settled());
    add(article("soon").status(new Status.Embargoed(now.plus(Duration.ofDays(9)))));
    assertFalse(index.commit().settled());
  }

  @Test
  void statisticsAreOfTheArticlesThatCanBeFound() throws IOException {
    assertNull(index.stats().newest());
    Published oldest = Published.on(LocalDate.of(2001, 2, 3));
    Published newest = Published.at(Instant.parse("2026-11-19T08:00:00Z"));
    add(
        article("undated").published((Published) null),
        article("old").published(oldest),
        article("new").published(newest),
        article("withdrawn").published(Instant.EPOCH).status(Status.WITHDRAWN));
    IndexStats stats = index.stats();
    assertEquals(3, stats.articles());
    assertEquals(1, stats.withdrawn());
    assertEquals(0, stats.embargoed());
    assertEquals(oldest, stats.oldest());
    assertEquals(newest, stats.newest());
    assertTrue(stats.bytes() > 0);
  }

  @Test
  void anAnswerSaysWhereItsTimeWent() throws IOException {
    add(article("a"));
    SearchResult result = search(SearchRequest.builder());
    assertEquals(EnumSet.allOf(Stage.class), result.stages().keySet());
    Duration sum = result.stages().values().stream().reduce(Duration.ZERO, Duration::plus);
    assertTrue(sum.compareTo(result.took()) <= 0, sum + " of " + result.took());
  }
}
