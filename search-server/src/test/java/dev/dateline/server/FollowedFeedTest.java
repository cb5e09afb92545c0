package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What who follows a feed relies on: ids, 304, and what is older. */
class FollowedFeedTest {

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
  void anArticleKeepsItsIdWhateverFindsIt() throws Exception {
    for (String search : List.of("q=old+bridge", "source=The+Alder+Courier&order-by=oldest")) {
      assertEquals(
          List.of(Feeds.ID + "bridge"),
          Feeds.ids(Feeds.read(server.get("/v1/search?format=rss&" + search))));
      assertEquals(
          List.of(Feeds.ID + "bridge"),
          Feeds.ids(Feeds.read(server.get("/v1/search?format=atom&" + search))));
      assertEquals(
          List.of(Feeds.ID + "bridge"),
          Feeds.ids(Feeds.valid(server.get("/v1/search?format=jsonfeed&" + search))));
    }
  }

  @Test
  void aFeedIsAFixedMatchAndNeverRelaxes() throws Exception {
    String search = "/v1/search?q=bridge+volcano";
    assertTrue(json(server.get(search)).at("/query/relaxed").asBoolean());
    assertTrue(Feeds.ids(Feeds.read(server.get(search + "&format=atom"))).isEmpty());
    assertTrue(Feeds.ids(Feeds.read(server.get(search + "&format=rss"))).isEmpty());
    assertTrue(Feeds.ids(Feeds.valid(server.get(search + "&format=jsonfeed"))).isEmpty());
    assertEquals(2, Feeds.ids(Feeds.read(server.get(search + "&match=any&format=rss"))).size());
  }

  @Test
  void aFeedStaysTheSameWhileNothingNewMatches() throws Exception {
    for (String format : List.of("rss", "atom", "jsonfeed")) {
      String address = "/v1/search?q=bridge&format=" + format;
      HttpResponse<String> first = server.get(address);
      server.write("{\"id\":\"k" + format + "\",\"title\":\"A kite\"}");
      HttpResponse<String> same = ifNoneMatch(address, first);
      assertEquals(304, same.statusCode(), format);
      assertEquals("", same.body());
      server.write("{\"id\":\"b" + format + "\",\"title\":\"Another bridge\"}");
      HttpResponse<String> other = ifNoneMatch(address, first);
      assertEquals(200, other.statusCode(), format);
      assertTrue(other.body().contains("Another bridge"));
      server.write("{\"id\":\"b" + format + "\",\"title\":\"Another bridge, renamed\"}");
      assertEquals(200, ifNoneMatch(address, other).statusCode(), format);
    }
  }

  @Test
  void aFeedGoesOnWithWhatIsOlderUntilAllIsThere() throws Exception {
    List<String> all = new ArrayList<>();
    String address = "/v1/search?format=jsonfeed&limit=1";
    for (int pages = 0; !address.isEmpty() && pages < 9; pages++) {
      JsonNode feed = Feeds.valid(server.get(address));
      all.addAll(Feeds.ids(feed));
      address = feed.path("next_url").asString("").replaceFirst("^http://[^/]*", "");
    }
    assertEquals(
        List.of(Feeds.ID + "storm%2Fcoast", Feeds.ID + "bridge", Feeds.ID + "march%C3%A9"), all);
  }

  @Test
  void aFeedSaysWhereItIsAsItsReadersReachIt() throws Exception {
    HttpResponse<String> feed =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/search?size=5&query=a%26b&format=atom"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "news.example"));
    Map<String, String> links = new LinkedHashMap<>();
    Feeds.read(feed).getLinks().forEach(link -> links.put(link.getRel(), link.getHref()));
    assertEquals("https://news.example/?q=a%26b", links.get("alternate"));
    assertEquals(
        "https://news.example/v1/search?q=a%26b&page-size=5&format=atom", links.get("self"));
  }

  private HttpResponse<String> ifNoneMatch(String address, HttpResponse<String> had)
      throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri(address))
            .header("If-None-Match", had.headers().firstValue("ETag").orElseThrow()));
  }
}
