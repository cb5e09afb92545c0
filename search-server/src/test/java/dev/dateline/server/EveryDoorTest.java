package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same articles in the same order, and as many of them, come through the library, the command
 * line, the API, its streams and the page. 500 generated searches in a deep check, else 20.
 */
class EveryDoorTest {

  private static final int QUESTIONS = Boolean.getBoolean("dateline.deep") ? 500 : 20;

  private static final Pattern ENTRY = Pattern.compile("<h2[^>]*><a href=\"/article/([^\"?]+)");
  private static final Pattern HEADING = Pattern.compile("<h1[^>]*>([\\d,]+) article");

  @TempDir static Path folder;
  static ArticleIndex index;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    new SampleIndex(Path.of("../samples"), folder).bringUpToDate();
    index = Dateline.open(folder);
    server = RunningServer.on(folder, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    index.close();
  }

  /** What one door gives. */
  private record Found(long total, List<String> ids) {

    Found first(int most) {
      return new Found(total, ids.subList(0, Math.min(most, ids.size())));
    }
  }

  @Test
  void eachDoorGivesTheSameArticlesInTheSameOrder() throws Exception {
    long seed = Long.getLong("dateline.seed", new Random().nextLong());
    GeneratedQuestions questions = new GeneratedQuestions(new Random(seed));
    for (int i = 0; i < QUESTIONS; i++) {
      Map<String, String> asked = questions.next();
      String question = asked + ", dateline.seed=" + seed;
      SearchResult result = index.search(request(asked));
      Found library = found(result);
      Map<String, String> paged = with(asked, "page-size", "200");
      assertEquals(library, found(JsonMapper.shared().readTree(searched(paged))), question);
      assertEquals(library, found(json("/v1/search", paged)), question);
      assertEquals(library, page(paged), question);
      // A stream never relaxes: it is asked for what the search was relaxed to.
      Map<String, String> whole = result.relaxed() ? with(asked, "match", "any") : asked;
      String stream = server.get("/v1/search?" + encoded(with(whole, "format", "ndjson"))).body();
      assertEquals(library, lines(stream).first(200), question);
      assertEquals(stream, exported(whole), question);
      assertEquals(library.ids(), walked(asked), question);
    }
  }

  private static SearchRequest request(Map<String, String> asked) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    asked.forEach((name, value) -> parameters.put(name, List.of(value)));
    return SearchParameters.parse(parameters).with().pageSize(200).build();
  }

  private static Map<String, String> with(Map<String, String> asked, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(asked);
    more.put(name, value);
    return more;
  }

  private static Found found(SearchResult result) {
    return new Found(
        result.total().orElseThrow(),
        result.hits().stream().map(hit -> hit.article().id()).toList());
  }

  private static Found found(JsonNode answer) {
    return new Found(
        answer.at("/total/articles").asLong(),
        answer.path("results").valueStream().map(hit -> hit.path("id").asString()).toList());
  }

  private static JsonNode json(String address, Map<String, String> asked) throws Exception {
    return RunningServer.json(server.get(address + "?" + encoded(asked)));
  }

  private static String searched(Map<String, String> asked) {
    return typed("search", with(asked, "format", "json"));
  }

  private static String exported(Map<String, String> asked) {
    return typed("export", asked);
  }

  private static String typed(String command, Map<String, String> asked) {
    List<String> arguments = new ArrayList<>(List.of(command, "--index", folder.toString()));
    asked.forEach(
        (name, value) -> arguments.add(name.equals("q") ? value : "--" + name + "=" + value));
    return TypedCommand.output(arguments);
  }

  private static Found lines(String ndjson) {
    List<JsonNode> lines = ndjson.lines().map(JsonMapper.shared()::readTree).toList();
    List<String> ids =
        lines.subList(0, lines.size() - 1).stream()
            .map(line -> line.path("id").asString())
            .toList();
    assertEquals(ids.size(), lines.getLast().path("count").asInt(-1));
    return new Found(ids.size(), ids);
  }

  private static Found page(Map<String, String> asked) throws Exception {
    String html = server.get("/?" + encoded(asked)).body();
    Matcher heading = HEADING.matcher(html);
    long total = heading.find() ? Long.parseLong(heading.group(1).replace(",", "")) : 0;
    List<String> ids =
        ENTRY
            .matcher(html)
            .results()
            .map(entry -> URLDecoder.decode(entry.group(1), UTF_8))
            .toList();
    return new Found(total, ids);
  }

  /** The first 200 or more, seven at a time. */
  private static List<String> walked(Map<String, String> asked) throws IOException {
    List<String> ids = new ArrayList<>();
    SearchResult result = index.search(request(asked).with().pageSize(7).build());
    ids.addAll(found(result).ids());
    while (result.next() != null) {
      result = index.search(request(asked).with().pageSize(7).cursor(result.next()).build());
      ids.addAll(found(result).ids());
    }
    return ids.subList(0, Math.min(200, ids.size()));
  }

  private static String encoded(Map<String, String> asked) {
    return asked.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
