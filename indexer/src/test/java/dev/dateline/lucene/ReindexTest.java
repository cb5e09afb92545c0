package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What a reindex makes of an index. */
class ReindexTest extends WrittenIndex {

  @Test
  void withoutSourcesTheIndexIsRebuiltFromWhatItHolds() throws IOException {
    add("a", "one");
    add("b", "two");
    writer.commit();
    try (Reindex reindex = writer.startReindex()) {
      assertEquals(new Reindex.Summary(2, 0, 0, "2", "1"), reindex.finish(Reindex.Rest.KEEP));
    }
    assertEquals("one", titleOf("a"));
    assertEquals("2", index.stats().generation());
    assertEquals(List.of("1", "2"), generations());
  }

  @Test
  void itTellsHowFarItIsAndCanBeStopped() throws IOException {
    add("a", "one");
    add("b", "two");
    List<Long> told = new ArrayList<>();
    try (Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP, Reindex.Previous.REMOVE, told::add);
    }
    assertEquals(List.of(1L, 2L, 2L), told);
    try (Reindex reindex = writer.startReindex()) {
      assertThrows(
          CancellationException.class,
          () ->
              reindex.finish(
                  Reindex.Rest.KEEP,
                  Reindex.Previous.KEEP,
                  articles -> {
                    throw new CancellationException();
                  }));
    }
    assertEquals("one", titleOf("a"));
    assertEquals(List.of("2"), generations());
  }

  @Test
  void withSourcesItAddsUpdatesAndKeepsTheRest() throws IOException {
    add("updated", "old");
    add("rest", "rest");
    try (Reindex reindex = writer.startReindex()) {
      assertEquals("old", reindex.find("updated").orElseThrow().title());
      assertTrue(reindex.add(article("updated", "new")));
      assertEquals("new", reindex.find("updated").orElseThrow().title());
      assertTrue(reindex.find("added").isEmpty());
      assertTrue(reindex.add(article("added", "added")));
      assertEquals(1, reindex.finish(Reindex.Rest.KEEP).kept());
    }
    assertEquals("new", titleOf("updated"));
    assertEquals("added", titleOf("added"));
    assertEquals("rest", titleOf("rest"));
  }

  @Test
  void whatItWouldDoCanBeAskedWithoutDoingIt() throws IOException {
    add("a", "one");
    add("b", "two");
    writer.commit();
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("a", "one"));
      assertEquals(1, reindex.preview(Reindex.Rest.REMOVE).removed());
    }
    assertEquals("two", titleOf("b"));
    assertEquals(List.of("1"), generations());
  }

  @Test
  void whatTheSourcesLackIsRemovedWhereThatIsAsked() throws IOException {
    add("a", "one");
    add("b", "two");
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("a", "one"));
      assertEquals(new Reindex.Summary(0, 0, 1, "2", "1"), reindex.finish(Reindex.Rest.REMOVE));
    }
    assertEquals("one", titleOf("a"));
    assertEquals("none", titleOf("b"));
  }

  @Test
  void aWithdrawnArticleStaysWithdrawnUnlessItIsRestoredByName() throws IOException {
    writer.add(article("gone", "gone").with().status(Status.WITHDRAWN).build());
    for (Reindex.Rest rest : Reindex.Rest.values()) {
      try (Reindex reindex = writer.startReindex()) {
        assertFalse(reindex.add(article("gone", "back")));
        reindex.finish(rest);
      }
      assertEquals("none", titleOf("gone"));
      try (Reindex reindex = writer.startReindex()) {
        assertEquals(1, reindex.finish(rest).withdrawn());
      }
    }
    try (Reindex reindex = writer.startReindex()) {
      reindex.restore(article("gone", "back"));
      reindex.finish(Reindex.Rest.KEEP);
    }
    assertEquals("back", titleOf("gone"));
  }

  @Test
  void aWithdrawalHoldsWhateverTheOrderOfTheSources() throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("a", "gone").with().status(Status.WITHDRAWN).build());
      assertFalse(reindex.add(article("a", "older")));
      reindex.finish(Reindex.Rest.KEEP);
      assertThrows(IllegalStateException.class, () -> reindex.finish(Reindex.Rest.KEEP));
      assertThrows(IllegalStateException.class, () -> reindex.add(article("b", "late")));
    }
    assertEquals("none", titleOf("a"));
    assertFalse(writer.add(article("a", "older")));
    writer.close();
    writer = LuceneWriter.open(folder);
    assertFalse(writer.add(article("a", "older")));
  }

  @Test
  void aReindexThatIsNotFinishedLeavesTheIndexAsItWas() throws IOException {
    add("a", "one");
    writer.commit();
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("a", "changed"));
      assertThrows(IllegalStateException.class, () -> writer.startReindex());
    }
    assertEquals("one", titleOf("a"));
    assertEquals(List.of("1"), generations());
    add("b", "two");
    writer.commit();
    assertEquals("two", titleOf("b"));
  }
}
