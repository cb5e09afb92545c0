package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.InputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Feeds, read back by those who know how they should be. */
final class Feeds {

  static final String ID = "tag:dateline.dev,2026:article/";

  private Feeds() {}

  /** What ROME reads of a feed. */
  static SyndFeed read(HttpResponse<String> response) throws Exception {
    assertEquals(200, response.statusCode(), response.body());
    return new SyndFeedInput().build(new StringReader(response.body()));
  }

  /** A JSON Feed, which is valid by its schema. */
  static JsonNode valid(HttpResponse<String> response) throws Exception {
    assertEquals(200, response.statusCode(), response.body());
    try (InputStream rules = Feeds.class.getResourceAsStream("json-feed-1.1.schema.json")) {
      JsonNode feed = json(response);
      assertEquals(
          List.of(),
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(rules)
              .validate(feed));
      return feed;
    }
  }

  static List<String> ids(SyndFeed feed) {
    return feed.getEntries().stream().map(SyndEntry::getUri).toList();
  }

  static List<String> ids(JsonNode feed) {
    return feed.path("items").valueStream().map(item -> item.path("id").asString()).toList();
  }
}
