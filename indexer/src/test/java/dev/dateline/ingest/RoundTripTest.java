package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Provenance;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.json.ArticleJson;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Dateline exports it reads back as it was. */
class RoundTripTest {

  private static final Article FULL =
      Article.builder()
          .id("one")
          .url("https://www.a.example/ice?x=1#top")
          .title("Ice melts")
          .originalTitle("Ice is melting")
          .summary("Warm days.")
          .takeaways("First", "Second")
          .body("One.\nStill one.", "Two.")
          .parts(List.of(new Part("Go deeper", "More.\n\nAnd more.")))
          .authors("Ann Poe", "Bo Lee")
          .source(new Source("Globe", "globe.example"))
          .section("World")
          .tags("ice", "a, b")
          .published(Instant.parse("2026-05-01T08:00:00.123456789Z"))
          .updated(Instant.parse("2026-05-02T08:00:00Z"))
          .language("pt-br")
          .metadata(new LinkedHashMap<>(Map.of("desk", "night", "published.raw", "a while ago")))
          .provenance(
              new Provenance(
                  "ice.txt",
                  "story-text",
                  new LinkedHashMap<>(Map.of("title", "first line")),
                  List.of(new Provenance.Dropped("Comments", "comments")),
                  List.of("published: is odd")))
          .build();

  static List<Article> articles() {
    return List.of(
        FULL,
        FULL.with().published(Published.on(LocalDate.of(2026, 5, 1))).build(),
        FULL.with().status(new Status.Embargoed(Instant.parse("2999-01-01T00:00:00Z"))).build(),
        FULL.with().status(Status.WITHDRAWN).title(null).build(),
        FULL.with().source(new Source(null, "globe.example")).url(null).build(),
        FULL.with().source("Globe").published((Published) null).build());
  }

  @ParameterizedTest
  @MethodSource("articles")
  void anExportedArticleIsReadBackEqual(Article article) {
    assertEquals(article, Reads.article(Ingest.json(ArticleJson.toBytes(article))));
  }

  @Test
  void aStoryIsTheSameAfterItsExport() throws IOException {
    Article story =
        Reads.article("a.txt", "Ice melts\nWhy it matters: Floods.\nFull Story\nWarm.\n");
    assertEquals(story, Reads.article(Ingest.json(ArticleJson.toBytes(story))));
  }
}
