package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test that searches three articles from the command line. */
abstract class SearchedArticles {

  private static final String ARTICLES =
      """
      {"id":"ferry","url":"https://harbour.example/ferry","title":"Night ferry returns to the strait","summary":"The crossing opens after four years.","text":["The night ferry sails at ten.","Fishermen wave as it leaves the harbour."],"source":"Harbour Post","section":"Travel","published":"2026-11-20"}
      {"id":"bridge","title":"Bridge over the strait is delayed","text":"Steel is short, and the ferry stays.","source":"Strait Times","section":"Business","published":"2026-11-21T08:30:00Z","lang":"en"}
      {"id":"escape","title":"Red \\u001b[31malert\\u0007 tone","text":"A lighthouse\\nkeeper \\u001b]0;owned\\u0007 writes.","published":"2026-11-01"}
      """;

  @TempDir static Path folder;

  static Path index;

  @BeforeAll
  static void indexTheArticles() throws IOException {
    index = folder.resolve("index");
    Path articles = Files.writeString(folder.resolve("articles.jsonl"), ARTICLES);
    Session indexed = Session.of("index", articles.toString(), "--index", index.toString());
    assertEquals(0, indexed.code(), indexed.err());
  }

  static Session search(String... arguments) {
    return Session.of(arguments(arguments));
  }

  static String[] arguments(String... arguments) {
    return Stream.concat(Stream.of("search", "--index", index.toString()), Stream.of(arguments))
        .toArray(String[]::new);
  }

  static List<String> ids(Session session) {
    List<String> ids = new ArrayList<>();
    json(session).path("results").forEach(hit -> ids.add(hit.path("id").stringValue()));
    return ids;
  }

  static JsonNode json(Session session) {
    assertEquals(0, session.code(), session.err());
    return JsonMapper.shared().readTree(session.out());
  }
}
