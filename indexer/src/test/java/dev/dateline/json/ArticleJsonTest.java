package dev.dateline.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Provenance;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleJsonTest {

  static final Article FULL =
      Article.builder()
          .id("ferry/1")
          .url("https://harbourpost.example/ferry 1")
          .title("Ferry “strike”\u2028 enters \"week three\"")
          .originalTitle("Ferry strike: week three")
          .summary("Why it matters: \uD83D\uDEA2.")
          .takeaways("one", "two")
          .body("First.", "Second.\nA line.")
          .parts(List.of(new Part("By the numbers", "Nine boats.")))
          .authors("Zoë Lindqvist")
          .source(new Source("Harbour Post", "harbourpost.example"))
          .section("World")
          .tags("ferries", "strikes")
          .published(Published.on(LocalDate.of(2026, 9, 14)))
          .updated(Instant.parse("2026-09-15T06:30:00.123Z"))
          .language("en")
          .status(new Status.Embargoed(Instant.parse("2026-09-14T06:00:00Z")))
          .metadata(new LinkedHashMap<>(Map.of("edition", "late")))
          .provenance(
              new Provenance(
                  "ferry.txt",
                  "story-text",
                  new LinkedHashMap<>(Map.of("title", "first line")),
                  List.of(new Provenance.Dropped("Comments", "boilerplate")),
                  List.of("no date was found")))
          .build();

  private static Article read(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    return ArticleJson.fromBytes(bytes, 0, bytes.length);
  }

  @Test
  void anArticleIsReadBackAsItWas() {
    byte[] bytes = ArticleJson.toBytes(FULL);
    assertEquals(FULL, ArticleJson.fromBytes(bytes, 0, bytes.length));
    Article withdrawn = Article.builder().id("a").status(Status.WITHDRAWN).build();
    assertEquals(withdrawn, read(new String(ArticleJson.toBytes(withdrawn), UTF_8)));
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertEquals(
        "{\"id\":\"a\",\"title\":\"T\"}",
        new String(ArticleJson.toBytes(Article.builder().id("a").title("T").build()), UTF_8));
  }

  @Test
  void whatALaterVersionMayAddIsPassedOver() {
    Article article = Article.builder().id("a").title("T").tags("b").build();
    assertEquals(
        article,
        read(
            "{\"id\":\"a\",\"video\":{\"cuts\":[{\"id\":1}]},\"lang\":[\"en\"],\"section\":{},"
                + "\"authors\":\"Zoë\",\"rank\":7,\"title\":\"T\",\"tags\":[\"b\"],\"metadata\":null}"));
  }

  @Test
  void bytesThatAreNoArticleAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> read("{\"id\":"));
    assertThrows(IllegalArgumentException.class, () -> read("[]"));
    assertThrows(IllegalArgumentException.class, () -> read(""));
    assertThrows(IllegalArgumentException.class, () -> read("{\"id\":\"a\",\"tags\":[\"b\""));
    assertThrows(IllegalArgumentException.class, () -> read("{\"id\":\"a\"} {\"id\":\"b\"}"));
  }
}
