package dev.dateline.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Searches as people may type them, about the samples. */
final class GeneratedQuestions {

  private static final List<String> WORDS =
      List.of(
          "ferry",
          "ferries",
          "strike",
          "dam",
          "train",
          "night",
          "bridge",
          "harbour",
          "water",
          "council",
          "price",
          "school",
          "zeppelin",
          "model",
          "the",
          "to be",
          "karpathy",
          "Anthropic",
          "naïve",
          "2026",
          "AC/DC",
          "$5bn",
          "9:30");

  private static final List<String> FORMS =
      List.of("%s", "%s", "%s", "%s", "\"%s\"", "-%s", "%.3s*", "%s~", "intitle:%s", "(%s OR dam)");

  private final Random random;

  GeneratedQuestions(Random random) {
    this.random = random;
  }

  /** The parameters of one, with the same instant for all, and room for every hit. */
  Map<String, String> next() {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("as-of", "2026-11-22T08:00:00Z");
    StringBuilder query = new StringBuilder();
    for (int words = random.nextInt(4); words > 0; words--) {
      query
          .append(String.format(one(FORMS), one(WORDS)))
          .append(random.nextInt(9) == 0 ? " OR " : " ");
    }
    if (!query.isEmpty()) {
      asked.put("q", query.toString().strip());
    }
    asked.put("order-by", one(List.of("relevance", "newest", "oldest")));
    asked.put("match", one(List.of("auto", "auto", "all", "any", "broad")));
    maybe(asked, "lang", "en", "de,fr");
    maybe(asked, "from", "2026-06-01", "2026-10-15");
    maybe(asked, "search-in", "title,summary", "body");
    maybe(asked, "recency", "off", "7d");
    maybe(asked, "tz", "Europe/Berlin", "Asia/Kolkata");
    return asked;
  }

  private void maybe(Map<String, String> asked, String name, String... values) {
    if (random.nextInt(6) == 0) {
      asked.put(name, one(List.of(values)));
    }
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
