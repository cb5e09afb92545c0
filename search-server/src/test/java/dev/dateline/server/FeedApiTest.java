package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import dev.dateline.article.Article;
import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every search as a feed, as a reader of feeds sees it. */
class FeedApiTest {

  @TempDir Path folder;
  RunningServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        RunningServer.with(
            folder, Map.of(Setting.API_KEY, RunningServer.KEY, Setting.TRUST_PROXY, "true"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void aReaderOfFeedsFindsInEachFormWhatWasFound() throws Exception {
    for (String format : List.of("rss", "atom")) {
      SyndFeed feed = Feeds.read(server.get("/v1/search?q=bridge&format=" + format));
      assertEquals("bridge – Dateline", feed.getTitle());
      assertEquals(List.of(Feeds.ID + "storm%2Fcoast", Feeds.ID + "bridge"), Feeds.ids(feed));
      SyndEntry bridge = feed.getEntries().get(1);
      assertEquals("The old bridge opens again", bridge.getTitle());
      assertEquals("https://www.courier.example/bridge", bridge.getLink());
      assertEquals(Instant.parse("2026-03-01T08:30:00Z"), bridge.getPublishedDate().toInstant());
      assertEquals(
          "Farmers save an hour on the way to market.", bridge.getDescription().getValue());
      assertEquals(
          List.of("Local"), bridge.getCategories().stream().map(c -> c.getName()).toList());
      SyndEntry storm = feed.getEntries().getFirst();
      assertEquals(server.uri("/article/storm%2Fcoast").toString(), storm.getLink());
      assertTrue(storm.getDescription().getValue().startsWith("No ship left the harbour."));
      assertTrue(storm.getContents().isEmpty());
    }
  }

  @Test
  void aJsonFeedKeepsItsRules() throws Exception {
    JsonNode feed = Feeds.valid(server.get("/v1/search?q=bridge&format=jsonfeed"));
    assertEquals(List.of(Feeds.ID + "storm%2Fcoast", Feeds.ID + "bridge"), Feeds.ids(feed));
    JsonNode bridge = feed.path("items").path(1);
    assertEquals("Ines Marlow", bridge.at("/authors/0/name").asString());
    assertEquals("The Alder Courier", bridge.at("/_dateline/source").asString());
    assertEquals("en", bridge.path("language").asString());
    assertEquals(server.uri("/?q=bridge").toString(), feed.path("home_page_url").asString());
  }

  @Test
  void theWholeTextComesWhereItIsAskedFor() throws Exception {
    String address = "/v1/search?q=intitle:bridge&fields=body&format=";
    for (String format : List.of("rss", "atom")) {
      String html =
          Feeds.read(server.get(address + format))
              .getEntries()
              .getFirst()
              .getContents()
              .getFirst()
              .getValue();
      assertEquals(
          "<p>After two years of work the bridge over the Alder is open.</p>\n"
              + "<p>Lorries may use it.</p>",
          html);
    }
    assertTrue(
        Feeds.valid(server.get(address + "jsonfeed"))
            .at("/items/0/content_text")
            .asString()
            .endsWith("is open.\n\nLorries may use it."));
  }

  @Test
  void textThatLooksLikeMarkupIsTextAndWhatXmlCannotHoldIsLeftOut() throws Exception {
    String title = "<b>Kites</b> &amp; \\u0001]]> \\u000b\\ufffe<script>\\ud83d\\ude00";
    server.write(
        "{\"id\":\"k\",\"title\":\""
            + title
            + "\",\"summary\":\"1 < 2 && <i>3\",\"body\":[\"a<b\"]}");
    for (String format : List.of("rss", "atom")) {
      String address = "/v1/search?q=kites&fields=body&format=" + format;
      SyndEntry kite = Feeds.read(server.get(address)).getEntries().getFirst();
      assertTrue(kite.getTitle().startsWith("<b>Kites</b> &amp; "), kite.getTitle());
      assertTrue(kite.getTitle().endsWith("<script>😀"), kite.getTitle());
      assertFalse(kite.getTitle().contains("\u0001"));
      assertEquals(
          format.equals("rss") ? "1 &lt; 2 &amp;&amp; &lt;i&gt;3" : "1 < 2 && <i>3",
          kite.getDescription()
              .getValue()); // that of RSS is HTML, that of Atom says that it is text
      assertEquals("<p>a&lt;b</p>", kite.getContents().getFirst().getValue());
    }
    Feeds.valid(server.get("/v1/search?q=kites&format=jsonfeed"));
    assertEquals(
        "]]> <&\" – Dateline",
        Feeds.read(server.get("/v1/search?q=%5D%5D%3E+%3C%26%22&format=atom")).getTitle());
  }

  @Test
  void anArticleWithoutADateOrWithAnOddOneBreaksNoFeed() throws Exception {
    server.write("{\"id\":\"k1\",\"title\":\"A kite\"}");
    server.write("{\"id\":\"k2\",\"title\":\"A kite\",\"publishedAt\":\"-0043-03-15\"}");
    assertEquals(2, Feeds.ids(Feeds.read(server.get("/v1/search?q=kite&format=atom"))).size());
    SyndFeed rss = Feeds.read(server.get("/v1/search?q=kite&format=rss"));
    assertEquals(2, Feeds.ids(rss).size());
    assertNull(rss.getEntries().getFirst().getPublishedDate());
    JsonNode json = Feeds.valid(server.get("/v1/search?q=kite&format=jsonfeed"));
    assertTrue(json.at("/items/0/date_published").isMissingNode());
  }

  @Test
  void whatAFeedHasNoRoomForIsRefused() throws Exception {
    HttpResponse<String> refused = server.get("/v1/search?format=rss&facets=source&explain=true");
    assertEquals(400, refused.statusCode());
    assertEquals(2, json(refused).path("errors").size());
    assertEquals(400, server.get("/v1/search?format=atom&page=400").statusCode());
    assertEquals(400, server.get("/v1/search?format=atom&sise=4").statusCode());
  }

  @Test
  void theFormCanBeChosenByWhatTheClientAccepts() throws Exception {
    for (String type :
        List.of("application/rss+xml", "application/atom+xml", "application/feed+json")) {
      HttpResponse<String> answer =
          server.send(
              HttpRequest.newBuilder(server.uri("/v1/search?q=bridge"))
                  .header("Accept", type + ", */*;q=0.1"));
      String given = answer.headers().firstValue("Content-Type").orElse("");
      assertTrue(given.startsWith(type), given);
      assertNotEquals("", answer.headers().firstValue("ETag").orElse(""));
    }
  }

  @Test
  void ourOwnReaderOfFeedsFindsTheSameArticles() throws Exception {
    Path newsroom = folder.resolve("newsroom");
    Newsroom.index(newsroom);
    try (RunningServer other = RunningServer.on(newsroom, Map.of())) {
      for (String format : List.of("rss", "atom")) {
        HttpResponse<String> feed =
            other.get("/v1/search?order-by=oldest&fields=body&format=" + format);
        List<Article> back = Newsroom.readBack("feed.xml", feed.body());
        assertEquals(3, back.size());
        Article dam = Newsroom.articles().getFirst();
        Article read = back.getFirst();
        assertEquals(dam.url(), read.url());
        assertEquals(dam.title(), read.title());
        assertEquals(dam.summary(), read.summary());
        assertEquals(dam.body(), read.body());
        assertEquals(dam.authors(), read.authors());
        assertEquals(dam.publisher(), read.publisher());
        assertEquals(dam.published(), read.published());
        assertEquals(dam.language(), read.language());
        assertTrue(read.tags().containsAll(dam.tags()));
      }
    }
  }
}
