package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backend promises this of what is written, withdrawn and closed. */
public abstract class WritingContract extends ArticleIndexContract {

  @Test
  void whatIsCommittedIsFoundAndCanBeFetchedWhole() throws IOException {
    Article ferry =
        article("ferry")
            .title("Ferry strike enters its third week")
            .url("https://www.harbourpost.example/ferry")
            .source(new Source("Harbour Post", "harbourpost.example"))
            .authors("Zoë Lindqvist")
            .body("Crews walked out on Monday.", "Talks resume on Friday.")
            .parts(List.of(new Part("By the numbers", "Nine boats lie idle.")))
            .published(Published.on(LocalDate.of(2026, 9, 14)))
            .build();
    add(ferry.with());
    assertEquals(List.of("ferry"), found("ferry"));
    assertEquals(ferry, index.find("ferry").orElseThrow());
    assertTrue(index.find("nothing").isEmpty());
    assertEquals(1, index.stats().articles());
  }

  @Test
  void theSameIdAgainReplacesTheArticle() throws IOException {
    add(article("a").title("Old words"), article("a").title("New words"));
    assertEquals(List.of(), found("old"));
    assertEquals(List.of("a"), found("new"));
    assertEquals(1, index.stats().articles());
  }

  @Test
  void aWriterKnowsWhatItWroteBeforeItIsCommitted() throws IOException {
    add(article("a").title("Old words"), article("b").title("Withdrawn").status(Status.WITHDRAWN));
    writer.add(article("a").title("New words").build());
    writer.delete("b");
    assertEquals("New words", writer.find("a").orElseThrow().title());
    assertTrue(writer.find("b").isEmpty());
    assertTrue(writer.find("never there").isEmpty());
    writer.commit();
    assertEquals("New words", writer.find("a").orElseThrow().title());
    assertTrue(writer.find("b").isEmpty());
  }

  @Test
  void whatIsDeletedIsGone() throws IOException {
    add(article("a"), article("b"));
    writer.delete("a");
    writer.delete("never there");
    writer.commit();
    index.refresh();
    assertEquals(List.of("b"), found(""));
    assertTrue(index.find("a").isEmpty());
  }

  @Test
  void aClosedIndexSaysSo() throws IOException {
    ArticleIndex closed = openIndex();
    closed.close();
    assertThrows(IOException.class, () -> closed.search(SearchRequest.of("ferry")));
    assertThrows(IOException.class, () -> closed.refresh());
  }

  @Test
  void withdrawnAndEmbargoedArticlesAreNotFound() throws IOException {
    add(
        article("usable").body("ferry"),
        article("withdrawn").body("ferry").status(Status.WITHDRAWN),
        article("embargoed")
            .body("ferry")
            .status(new Status.Embargoed(Instant.now().plusSeconds(3600))),
        article("over")
            .body("ferry")
            .status(new Status.Embargoed(Instant.now().minusSeconds(3600))));
    assertEquals(Set.of("usable", "over"), Set.copyOf(found("ferry")));
    assertEquals(
        Set.of("usable", "over"),
        Set.copyOf(
            ids(
                index.search(
                    SearchRequest.builder().asOf(Instant.parse("2126-01-01T00:00:00Z")).build()))));
    assertTrue(index.find("withdrawn").isEmpty());
    assertTrue(index.find("embargoed").isEmpty());
    assertEquals(2, index.stats().articles());
  }

  @Test
  void aWithdrawnArticleIsNotBroughtBackByAnOlderCopy() throws IOException {
    add(article("a").body("ferry").status(Status.WITHDRAWN));
    assertFalse(writer.add(article("a").body("ferry").build()));
    add();
    assertEquals(List.of(), found("ferry"));
    writer.restore(article("a").body("ferry").build());
    add();
    assertEquals(List.of("a"), found("ferry"));
    assertTrue(writer.add(article("a").status(Status.WITHDRAWN).build()));
    writer.delete("a");
    assertTrue(writer.add(article("a").body("ferry").build()));
    add();
    assertEquals(List.of("a"), found("ferry"));
  }
}
