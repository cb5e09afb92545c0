package dev.dateline.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Values of parameters: good ones, nearly good ones, and hostile ones. */
final class RandomValues {

  /**
   * Values that are good for the parameter of this name, where its schema alone says too little.
   */
  private static final Map<String, List<String>> GOOD =
      Map.ofEntries(
          Map.entry("q", List.of("bridge", "\"old bridge\" -storm", "lorr*", "in:title:bridge")),
          Map.entry("id", List.of("bridge", "storm/coast", "marché", "none")),
          Map.entry("search-in", List.of("title,body", "takeaways")),
          Map.entry("from", List.of("2026-01-01", "2026-03-01T08:30:00Z")),
          Map.entry("to", List.of("2026-12-31")),
          Map.entry("before", List.of("2026-06-01")),
          Map.entry("when", List.of("7d", "1y")),
          Map.entry("tz", List.of("Europe/Berlin", "+02:00", "Asia/Kathmandu")),
          Map.entry("recency", List.of("auto", "off", "7d")),
          Map.entry("as-of", List.of("2026-11-22T08:00:00Z")),
          Map.entry("facets", List.of("source,tag", "lang,domain,section,author")),
          Map.entry("fields", List.of("body,parts", "provenance,metadata")),
          Map.entry("kinds", List.of("phrase", "title,author")),
          Map.entry("timeout", List.of("1s", "60s")),
          Map.entry("lang", List.of("en", "fr,de")),
          Map.entry("If-Match", List.of("*", "W/\"abc\"")),
          Map.entry("If-None-Match", List.of("*", "\"abc\", W/\"def\"")));

  private static final List<String> NEARLY =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1",
          "2",
          "50",
          "51",
          "200",
          "201",
          "1000000",
          "99999999999999999999",
          "1.5",
          "1e3",
          "true",
          "TRUE",
          "yes",
          "auto",
          "json",
          "xml",
          "2026-13-45",
          "2026-02-30",
          "9999-12-31",
          "+999999999-12-31",
          "-999999999-01-01",
          "0000-01-01",
          "12 h",
          "0d",
          "999999999999d",
          "1y1y",
          "Mars/Olympus",
          "+99:99",
          "title,nothing",
          ",",
          ",,,",
          "a,b,\"c",
          "\"Smith, Jones & Co\"",
          "61s",
          "0ms",
          "eyJ4IjoxfQ",
          "body,body",
          "now",
          "yesterday");

  private static final List<String> HOSTILE =
      List.of(
          "\0",
          "\r\nX-Injected: 1",
          "<script>alert(1)</script>",
          "' OR 1=1 --",
          "../../etc/passwd",
          "((((((((((",
          "(".repeat(400),
          "\"".repeat(300),
          "*",
          "?*?*",
          "a*b*c*",
          "~~~",
          "a~99999",
          "NOT",
          "AND OR NOT",
          "-",
          "--- -",
          "site:",
          "before:",
          "when:..",
          "in:in:in:",
          "^^^",
          ":",
          "\\",
          "\\u0000",
          "[* TO *]",
          "{!xmlparser v=x}",
          "${jndi:ldap://x}",
          "\uFFFE\uFFFF",
          "\u202Eabc",
          "e\u0301".repeat(200),
          "😀".repeat(50),
          "İıſß",
          "a".repeat(5000),
          "a ".repeat(1500),
          "a OR ".repeat(800),
          "-a ".repeat(800),
          "NaN",
          "Infinity",
          "%n%s%x");

  /** Escapes that are none, as they stand in an address. */
  private static final List<String> BROKEN = List.of("%", "%z", "%zz", "%c0%af", "%ff", "%u0041");

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  /** A value for a parameter, as it is described. */
  String of(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    List<String> good = GOOD.get(parameter.path("name").asString());
    if (good != null) {
      return value(good);
    }
    if (schema.has("enum")) {
      return value(schema.path("enum").valueStream().map(JsonNode::asString).toList());
    }
    return switch (schema.path("type").asString("")) {
      case "boolean" -> value(List.of("true", "false"));
      case "integer" -> value(List.of("1", "2", "10"));
      default -> value(List.of("Sea Post", "courier.example", "Local"));
    };
  }

  /** Mostly one of the good ones. */
  private String value(List<String> good) {
    return switch (random.nextInt(6)) {
      case 0 -> one(NEARLY);
      case 1 -> one(HOSTILE);
      default -> one(good);
    };
  }

  /** The id of an article that may be there. */
  String id() {
    return value(List.of("bridge", "storm/coast", "marché", "none"));
  }

  /** As it stands in an address, or, rarely, something else that cannot be read. */
  String escaped(String value) {
    return random.nextInt(60) == 0
        ? one(BROKEN)
        : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
