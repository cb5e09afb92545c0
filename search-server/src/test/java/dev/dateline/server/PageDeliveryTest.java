package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pages and their files are sent, and what they may do. */
class PageDeliveryTest {

  @TempDir static Path folder;
  static ReadPages pages;

  @BeforeAll
  static void start() throws Exception {
    pages = ReadPages.of(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    pages.server().close();
  }

  @Test
  void thePageRunsAndLoadsNothingButItsOwnFiles() throws Exception {
    HttpResponse<String> response = pages.server().get("/");
    Map<String, String> expected =
        Map.of(
            "Content-Type", "text/html;charset=utf-8",
            "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");
    expected.forEach(
        (name, value) -> assertEquals(value, response.headers().firstValue(name).orElse(""), name));
    assertEquals(2, response.body().split("<script src=\"/assets/").length);
    assertFalse(response.body().contains("<script>"));
    assertFalse(response.body().contains("style=\""));
  }

  @Test
  void aPageThatReadsAsBeforeIsNotSentAgain() throws Exception {
    String address = "/?q=bridge&as-of=2026-12-01T00:00:00Z";
    String tag = pages.server().get(address).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        pages
            .server()
            .send(HttpRequest.newBuilder(pages.server().uri(address)).header("If-None-Match", tag));
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, again.headers().firstValue("ETag").orElse(""));
    for (String other : new String[] {"/?q=storm", "/", "/article/bridge"}) {
      HttpResponse<String> answer =
          pages
              .server()
              .send(HttpRequest.newBuilder(pages.server().uri(other)).header("If-None-Match", tag));
      assertEquals(200, answer.statusCode(), other);
    }
    assertTrue(pages.server().get("/?page=abc").headers().firstValue("ETag").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"dateline.css, text/css", "dateline.js, text/javascript"})
  void aFileOfThePageIsKeptByBrowsersAndItsLinkChangesWithIt(String name, String type)
      throws Exception {
    String page = pages.read("/", 200);
    String link = page.replaceFirst("(?s).*\"(/assets/" + name + "[^\"]+)\".*", "$1");
    assertTrue(link.matches("/assets/" + name + "\\?v=[0-9a-f]{12}"), link);
    HttpResponse<String> file = pages.server().get(link);
    assertEquals(type + ";charset=utf-8", file.headers().firstValue("Content-Type").orElse(""));
    assertTrue(file.headers().firstValue("Cache-Control").orElse("").contains("max-age=31536000"));
  }
}
