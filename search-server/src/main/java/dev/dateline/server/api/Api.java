package dev.dateline.server.api;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.server.config.Scope;
import dev.dateline.server.feed.OpenSearchDescription;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import dev.dateline.server.http.EntityTag;
import dev.dateline.server.http.HttpRoutes;
import dev.dateline.server.metrics.Metrics;
import dev.dateline.server.openapi.ApiDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The addresses of the API. */
public final class Api {

  private Api() {}

  /** What the API promises; made when first asked for, as it takes a tenth of a second. */
  public static ApiDescription description() {
    return Description.OF_THIS_API;
  }

  /**
   * Adds the routes of the API.
   *
   * @param writer where writes go; null where there are no keys, so that nobody may write
   * @param changing is held by who changes articles; alone by a change that depends on what is
   *     there
   * @param damaged the files of the index that are known to be damaged
   * @param purge deletes an article for good
   */
  public static void addTo(
      HttpRoutes routes,
      ArticleIndex index,
      @Nullable ArticleWriter writer,
      ReadWriteLock changing,
      Metrics metrics,
      Supplier<List<String>> damaged,
      Endpoint purge) {
    routes.open().get("/openapi.json", new DescriptionEndpoint(Api::description));
    SearchEndpoint search = new SearchEndpoint(index);
    routes.get("/v1/search", search);
    routes.post("/v1/search", search);
    ReadEndpoints read = new ReadEndpoints(index);
    routes.get("/v1/articles/:id", read::article);
    routes.get("/v1/articles/:id/similar", read::similar);
    routes.get("/v1/suggest", new SuggestEndpoint(index));
    routes.light().get("/v1/stats", read::stats);
    routes.open().get("/opensearch.xml", Api::openSearch);
    routes.light().get("/metrics", call -> metrics(metrics));
    HealthEndpoints health = new HealthEndpoints(index, damaged);
    routes.open().get("/health/live", health::live);
    routes.open().get("/health/ready", health::ready);
    WriteEndpoints write = new WriteEndpoints(index, writer, changing, purge);
    routes.requiring(Scope.WRITE).post("/v1/articles", write::post);
    routes
        .requiring(Scope.WRITE, WriteEndpoints::scopeOfDelete)
        .delete("/v1/articles/:id", write::delete);
  }

  /** Open, as browsers ask for it without a key; it says nothing of the articles. */
  private static Answer openSearch(Call call) {
    byte[] description = OpenSearchDescription.write(call.origin());
    return Answer.of(200, OpenSearchDescription.MEDIA_TYPE + ";charset=utf-8", description)
        .tag(EntityTag.of(description))
        .header("Cache-Control", "no-cache");
  }

  private static Answer metrics(Metrics metrics) throws IOException {
    return Answer.of(
            200,
            "text/plain; version=0.0.4; charset=utf-8",
            metrics.scrape().getBytes(StandardCharsets.UTF_8))
        .header("Cache-Control", "no-store");
  }

  /** Java makes what is in a class when the class is first used. */
  private static final class Description {
    static final ApiDescription OF_THIS_API = ApiDescription.of(AnswerFormat.texts());
  }
}
