package dev.dateline.benchmarks.load;

import dev.dateline.benchmarks.queries.GeneratedQuery;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server, over as many connections as that takes. */
final class ServerTarget implements Target {

  /** Who would wait longer? */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<URI> addresses;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /**
   * A server that is asked these queries.
   *
   * @param more parameters of each request, from {@code &} on, or nothing
   */
  ServerTarget(URI server, List<GeneratedQuery> queries, String more) {
    this.addresses =
        queries.stream()
            .map(query -> server.resolve("/v1/search?" + parameters(query) + more))
            .toList();
  }

  private static String parameters(GeneratedQuery query) {
    String q = "q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
    return switch (query.kind()) {
      case COMMON_TERM, RARE_TERM, AND, OR_2, OR_5, PHRASE, NEAR, PREFIX, FUZZY, RECENT -> q;
      case DATE_30_DAYS, DATE_2_YEARS -> q + "&from=" + query.from() + "&to=" + query.until();
      case NEWEST -> q + "&order-by=newest";
      case FACETS -> q + "&facets=source,section,tag&timeline=auto";
    };
  }

  @Override
  public String name() {
    return "server";
  }

  @Override
  public CompletableFuture<Integer> send(int number) {
    URI address = addresses.get(number % addresses.size());
    return client
        .sendAsync(
            HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.discarding())
        .handle((response, failure) -> response == null ? 0 : response.statusCode());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
