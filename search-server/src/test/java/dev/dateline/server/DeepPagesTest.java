package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More articles than pages go through. */
class DeepPagesTest {

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      for (int i = 0; i < 10_050; i++) {
        writer.add(
            Article.builder().id("a" + i).title(i < 10_000 ? "Rain" : "Rain and hail").build());
      }
    }
    server = RunningServer.on(folder, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static String page(String parameters) throws Exception {
    HttpResponse<String> page = server.get("/?" + parameters);
    assertEquals(200, page.statusCode());
    return page.body();
  }

  @Test
  void thePageCountsThePagesThatCanBeReachedAndSaysWhatTheyLeaveOut() throws Exception {
    String first = page("q=rain");
    assertTrue(first.contains("10,050 articles"), first);
    assertTrue(first.contains("Page 1 of 500<"), first);
    assertTrue(first.contains("These pages show the first 10,000 of 10,050 articles."), first);
    assertTrue(first.contains("<a href=\"#narrow\">narrow the search</a>"), first);
    assertTrue(page("q=rain&page-size=30").contains("the first 9,990 of 10,050"));
  }

  @Test
  void theLastOfThemLeadsNoFurther() throws Exception {
    assertTrue(page("q=rain&page=499").contains("rel=\"next\""));
    String last = page("q=rain&page=500");
    assertTrue(last.contains("Page 500 of 500<"), last);
    assertFalse(last.contains("rel=\"next\""), last);
  }

  @Test
  void whatPagesReachWhollyIsSaidWithoutAdo() throws Exception {
    String hail = page("q=hail");
    assertTrue(hail.contains("Page 1 of 3<"), hail);
    assertFalse(hail.contains("These pages"), hail);
  }
}
