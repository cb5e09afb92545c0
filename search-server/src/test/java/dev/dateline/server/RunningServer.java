package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.article.Published;
import dev.dateline.index.ArticleWriter;
import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on loopback, over a real index with a few articles, and a client of it. */
final class RunningServer implements AutoCloseable {

  static final String KEY = "a-key-for-tests";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofMinutes(1))
          .build();

  final SearchServer server;

  private RunningServer(SearchServer server) {
    this.server = server;
  }

  /** A server that takes writes. */
  static RunningServer writing(Path folder) throws IOException {
    return with(folder, Map.of(Setting.API_KEY, KEY));
  }

  /** A server that only reads. */
  static RunningServer reading(Path folder) throws IOException {
    return with(folder, Map.of());
  }

  static RunningServer with(Path folder, Map<Setting, String> settings) throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      for (Article article : articles()) {
        writer.add(article);
      }
    }
    return on(folder, settings);
  }

  /** A server that only reads, over an index of the samples. */
  static RunningServer ofSamples(Path folder) throws IOException {
    new SampleIndex(Path.of("..", "samples"), folder).bringUpToDate();
    return on(folder, Map.of());
  }

  /** A server over the index as it is. */
  static RunningServer on(Path folder, Map<Setting, String> settings) throws IOException {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.put(Setting.INDEX, folder.toString());
    all.put(Setting.PORT, "0");
    all.putAll(settings);
    return new RunningServer(SearchServer.start(ServerConfig.read(all, Map.of(), null)));
  }

  static List<Article> articles() {
    return List.of(
        Article.builder()
            .id("bridge")
            .url("https://www.courier.example/bridge")
            .title("The old bridge opens again")
            .summary("Farmers save an hour on the way to market.")
            .takeaways("The bridge carries lorries", "It cost four million")
            .body(
                "After two years of work the bridge over the Alder is open.", "Lorries may use it.")
            .source("The Alder Courier")
            .authors("Ines Marlow", "Tom Reed")
            .section("Local")
            .language("en")
            .published(Instant.parse("2026-03-01T08:30:00Z"))
            .build(),
        Article.builder()
            .id("storm/coast")
            .title("Storm on the coast closes the harbour")
            .body("No ship left the harbour. The bridge was closed to lorries.")
            .source("Sea Post")
            .language("en")
            .published(Published.on(LocalDate.parse("2026-04-02")))
            .build(),
        Article.builder()
            .id("marché")
            .title("Le marché de Sorlac rouvre")
            .body("Les pêcheurs sont revenus.")
            .language("fr")
            .published(Instant.parse("2026-02-01T12:00:00Z"))
            .build());
  }

  URI uri(String address) {
    return URI.create("http://127.0.0.1:" + server.port() + address);
  }

  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(address)));
  }

  HttpResponse<String> post(String address, String type, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(address))
            .header("Content-Type", type)
            .header("X-Api-Key", KEY)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Writes an article, new or not. */
  void write(String article) throws IOException, InterruptedException {
    int status = post("/v1/articles", "application/json", article).statusCode();
    assertTrue(status == 200 || status == 201);
  }

  /** Sends a request; what comes back must be as the description of the API says. */
  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpRequest asked = request.timeout(Duration.ofMinutes(1)).build();
    HttpResponse<String> answer =
        client.send(asked, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    DescribedApi.check(
        new Exchange(
            asked.method(),
            asked.uri().toString(),
            answer.statusCode(),
            answer.headers().map(),
            answer.body()));
    return answer;
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** The ids that a search finds, in order. */
  List<String> found(String parameters) throws IOException, InterruptedException {
    return json(get("/v1/search?" + parameters))
        .path("results")
        .valueStream()
        .map(result -> result.path("id").asString())
        .toList();
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    server.close();
  }
}
