package dev.dateline.server;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleWriter;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Articles with all that clients of other news APIs ask for. */
final class Newsroom {

  private Newsroom() {}

  static List<Article> articles() {
    return List.of(
        Article.builder()
            .id("world/2026/nov/20/dam")
            .url("https://harbourpost.example/world/dam")
            .title("The dam holds after a week of rain")
            .summary("Engineers opened both gates on Tuesday.")
            .body("The water stood a metre below the crown.", "Nobody was hurt.")
            .authors("Ann Lindqvist", "Tom Reed")
            .source("Harbour Post")
            .section("World news")
            .tags("Rivers", "Climate change")
            .language("en")
            .published(Instant.parse("2026-11-20T09:30:00Z"))
            .updated(Instant.parse("2026-11-20T12:00:00Z"))
            .build(),
        Article.builder()
            .id("ferry")
            .url("https://news.seapost.example/ferry")
            .title("Ferry strike ends, and the rain goes on")
            .summary("Both sides call it a draw.")
            .body("The first ferry left at noon.")
            .authors("Mara Olsen")
            .source("Sea Post")
            .section("Business")
            .tags("Ferries")
            .language("en")
            .published(Instant.parse("2026-11-21T18:00:00Z"))
            .build(),
        Article.builder()
            .id("faehre")
            .url("https://hafenblatt.example/faehre")
            .title("Die Fähre fährt wieder")
            .body("Am Mittag legte das erste Schiff ab.")
            .source("Hafenblatt")
            .section("Wirtschaft")
            .language("de")
            .published(Instant.parse("2026-11-22T07:00:00Z"))
            .build());
  }

  static void index(Path folder) throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      for (Article article : articles()) {
        writer.add(article);
      }
    }
  }

  /** What our own readers make of an answer that was saved. */
  static List<Article> readBack(String name, String answer) throws IOException {
    List<Article> articles = new ArrayList<>();
    Ingest.read(
        name,
        new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
        outcome -> {
          if (outcome instanceof Outcome.Read read) {
            articles.add(read.article());
          } else {
            throw new IOException(outcome.toString());
          }
        });
    return articles;
  }
}
