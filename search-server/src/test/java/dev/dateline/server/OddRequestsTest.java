package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever is asked for, a feed is a feed, and clients of other APIs get what they can read. */
class OddRequestsTest {

  private static final int REQUESTS = Boolean.getBoolean("dateline.deep") ? 20_000 : 300;

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "-",
          "|",
          ",",
          "-,|",
          "()",
          "/",
          "profile/",
          "profile/|x",
          "a-b",
          "rain",
          "\"",
          "\\",
          "]]>",
          "<b>&amp;",
          "\u0000",
          "\u0001\u000b",
          "\ufffe\uffff",
          "\ud83d\ude00",
          "%",
          "0",
          "1",
          "-1",
          "200",
          "99999999999",
          "1e3",
          "2026-11-20",
          "2026-13-40",
          "2026-11-20T09:30:00",
          "2026-11-20T09",
          "-999999999-01-01",
          "+999999999-12-31T00:00:00Z",
          "newest",
          "oldest",
          "relevance",
          "publishedAt",
          "title,content",
          "headline",
          "all",
          "en",
          "x".repeat(600));

  private static final Map<String, List<String>> ADDRESSES =
      Map.of(
          "/v1/search?format=rss",
              List.of("q", "page", "page-size", "from", "tag", "fields", "cursor"),
          "/v1/search?format=atom",
              List.of("q", "limit", "to", "source", "order-by", "match", "as-of"),
          "/v1/search?format=jsonfeed", List.of("q", "domain", "section", "author", "lang", "when"),
          "/v1/suggest?format=opensearch", List.of("q", "limit"),
          "/compat/newsapi/v2/everything?",
              List.of(
                  "q",
                  "qInTitle",
                  "searchIn",
                  "sources",
                  "domains",
                  "excludeDomains",
                  "from",
                  "to",
                  "language",
                  "sortBy",
                  "pageSize",
                  "page",
                  "apiKey"),
          "/compat/newsapi/v2/top-headlines?",
              List.of("q", "category", "sources", "language", "page"),
          "/compat/newsapi/v2/top-headlines/sources?", List.of("category", "language", "country"),
          "/compat/guardian/search?",
              List.of(
                  "q",
                  "query-fields",
                  "section",
                  "tag",
                  "from-date",
                  "to-date",
                  "use-date",
                  "order-by",
                  "lang",
                  "page",
                  "page-size",
                  "show-fields",
                  "show-tags",
                  "api-key"),
          "/compat/guardian/world/x?", List.of("show-fields", "show-tags"));

  @TempDir Path folder;

  @Test
  void nothingThatIsAskedForBreaksTheServerOrTheFormOfItsAnswer() throws Exception {
    long seed = Long.getLong("dateline.seed", new Random().nextLong());
    Random random = new Random(seed);
    Newsroom.index(folder);
    List<String> addresses = ADDRESSES.keySet().stream().sorted().toList();
    try (RunningServer server = RunningServer.on(folder, Map.of())) {
      for (int i = 0; i < REQUESTS; i++) {
        String address = asked(addresses.get(random.nextInt(addresses.size())), random);
        HttpResponse<String> answer = server.get(address);
        String which = address + ", dateline.seed=" + seed + ": " + answer.body();
        assertTrue(answer.statusCode() < 500, which);
        check(address, answer, which);
      }
    }
  }

  private static String asked(String start, Random random) {
    StringBuilder address = new StringBuilder(start);
    List<String> names = ADDRESSES.getOrDefault(start, List.of());
    for (int count = random.nextInt(4); count >= 0; count--) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      address
          .append('&')
          .append(names.get(random.nextInt(names.size())))
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  private static void check(String address, HttpResponse<String> answer, String which)
      throws Exception {
    boolean ok = answer.statusCode() == 200;
    if (ok && (address.contains("=rss") || address.contains("=atom"))) {
      new SyndFeedInput().build(new StringReader(answer.body()));
      return;
    }
    JsonNode json = RunningServer.json(answer);
    if (address.startsWith("/compat/newsapi")) {
      assertEquals(ok ? "ok" : "error", json.path("status").asString(), which);
    } else if (address.startsWith("/compat/guardian")) {
      assertEquals(ok ? "ok" : "error", json.at("/response/status").asString(), which);
    } else if (!ok) {
      assertEquals(answer.statusCode(), json.path("status").asInt(), which);
    }
  }
}
