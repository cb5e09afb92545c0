package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchParameters;
import dev.dateline.json.ResultJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The library, the command line and the server give the same answer to the same question. */
class SameAnswerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    new SampleIndex(Path.of("../samples"), folder).bringUpToDate();
    server = RunningServer.on(folder, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  static Stream<Map<String, String>> questions() {
    return Stream.of(
        Map.of(),
        Map.of("q", "karpathy anthropic"),
        Map.of("q", "\"to be or not to be\""),
        Map.of("q", "ferry strike", "order-by", "newest"),
        Map.of("order-by", "oldest", "page-size", "1"),
        Map.of("q", "ferry -strike", "order-by", "oldest", "page", "2", "page-size", "3"),
        Map.of("q", "universit* OR dam", "match", "any", "highlight", "false"),
        Map.of("q", "zeppelin ferry"),
        Map.of("q", "night or train", "total", "none"),
        Map.of("q", "intitle:ferry after:2026-01-01", "fields", "body,tags,provenance"),
        Map.of("q", "dam", "search-in", "title,summary", "recency", "7d"),
        Map.of("lang", "de,fr", "from", "2026-01-01", "tz", "Europe/Berlin"),
        Map.of("facets", "source,domain,section,author,tag,lang", "timeline", "auto"),
        Map.of("facets", "tag,lang", "lang", "en", "timeline", "week", "tz", "Asia/Kolkata"),
        Map.of("q", "naïve café \"half a phrase", "recency", "off"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theThreeDoorsAnswerTheSame(Map<String, String> question) throws Exception {
    Map<String, String> asked = new LinkedHashMap<>(question);
    asked.put("as-of", "2026-11-22T08:00:00Z");
    asked.putIfAbsent("fields", "body,parts"); // the command line's own default for JSON
    JsonNode library = library(asked);
    assertEquals(library, untimed(server.get("/v1/search?" + encoded(asked)).body()));
    assertEquals(library, terminal(asked));
  }

  private static JsonNode library(Map<String, String> asked) throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    asked.forEach((name, value) -> parameters.put(name, List.of(value)));
    try (ArticleIndex index = Dateline.open(folder)) {
      byte[] answer = ResultJson.toBytes(index.search(SearchParameters.parse(parameters)));
      return untimed(new String(answer, UTF_8));
    }
  }

  private static JsonNode terminal(Map<String, String> asked) {
    List<String> arguments = new ArrayList<>(List.of("search", "--format", "json"));
    arguments.addAll(List.of("--index", folder.toString()));
    asked.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
    return untimed(TypedCommand.output(arguments));
  }

  private static String encoded(Map<String, String> asked) {
    return asked.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * The answer without what may differ: how long it took, and by relevance the cursor, which is of
   * the index that answered.
   */
  private static JsonNode untimed(String answer) {
    ObjectNode json = (ObjectNode) JSON.readTree(answer);
    json.remove("tookMs");
    if (json.path("orderBy").asString().equals("relevance")) {
      json.remove("next");
    }
    return json;
  }
}
