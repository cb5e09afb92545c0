package dev.dateline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArticleTest {

  private static String idOf(String url) {
    return Article.builder().url(url).build().id();
  }

  @Test
  void anArticleWithoutAnIdGetsOneFromItsUrl() {
    String id = idOf("https://harbourpost.example/ferry");
    assertEquals(
        id,
        Article.builder().url("https://harbourpost.example/ferry").title("Changed").build().id());
    assertEquals(id, idOf("HTTPS://HarbourPost.example/ferry#comments"));
    assertNotEquals(id, idOf("https://harbourpost.example/Ferry"));
    assertNotEquals(id, idOf("https://harbourpost.example/ferry?page=2"));
  }

  @Test
  void urlsThatAreNoUrisAreTakenAsTheyAre() {
    assertNotEquals(idOf("https://x.example/a b"), idOf("https://x.example/a c"));
    assertNull(Article.builder().url("not a url").build().domain());
  }

  @Test
  void withoutAUrlItsTextIsWhatItIsKnownBy() {
    String id = Article.builder().title("Ferry").body("It sailed.").build().id();
    assertEquals(id, Article.builder().title("Ferry").body("It sailed.").build().id());
    assertNotEquals(id, Article.builder().title("Ferry").body("It sank.").build().id());
    assertThrows(IllegalArgumentException.class, () -> Article.builder().build());
  }

  @Test
  void anIdThatNoIndexCouldKeepIsRefused() {
    for (String id : new String[] {"", " ", "a\nb", "x".repeat(Article.MAX_ID_LENGTH + 1)}) {
      assertThrows(
          IllegalArgumentException.class, () -> Article.builder().id(id).title("t").build());
    }
  }

  @Test
  void theDomainIsTheSourcesOrElseTheUrls() {
    ArticleBuilder article = Article.builder().url("https://www.HarbourPost.example:8080/x");
    assertEquals("harbourpost.example", article.build().domain());
    assertEquals("harbourpost.example", article.source("Harbour Post").build().domain());
    assertEquals(
        "post.example", article.source(new Source("Post", "post.example")).build().domain());
  }

  @Test
  void aBareDateStaysADate() {
    assertEquals("2026-11-22", Published.on(LocalDate.of(2026, 11, 22)).toString());
    assertEquals(Published.on(LocalDate.of(2026, 11, 22)), Published.parse("2026-11-22"));
    Published instant = Published.at(Instant.parse("2026-11-22T00:00:00Z"));
    assertEquals(instant, Published.parse(instant.toString()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Published(Instant.parse("2026-11-22T08:00:00Z"), Published.Precision.DAY));
  }

  @Test
  void anArticleIsNotChangedFromOutside() {
    var paragraphs = new java.util.ArrayList<>(java.util.List.of("one"));
    Article article = Article.builder().id("a").body(paragraphs).build();
    paragraphs.add("two");
    assertEquals(1, article.body().size());
    assertThrows(UnsupportedOperationException.class, () -> article.body().add("three"));
    assertEquals(article, article.with().build());
  }
}
