package dev.dateline.server.api;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.server.config.ApiKeys;
import dev.dateline.server.http.HttpRoutes;
import org.jspecify.annotations.Nullable;

/** The addresses of the API. */
public final class Api {

  private Api() {}

  /**
   * Adds the routes of the API.
   *
   * @param writer where writes go; null where there are no keys, so that nobody may write
   */
  public static void addTo(
      HttpRoutes routes, ArticleIndex index, @Nullable ArticleWriter writer, ApiKeys keys) {
    SearchEndpoint search = new SearchEndpoint(index);
    routes.get("/v1/search", search);
    routes.post("/v1/search", search);
    ReadEndpoints read = new ReadEndpoints(index);
    routes.get("/v1/articles/:id", read::article);
    routes.get("/v1/stats", read::stats);
    routes.get("/health/live", read::live);
    routes.get("/health/ready", read::ready);
    WriteEndpoints write = new WriteEndpoints(index, writer, keys);
    routes.post("/v1/articles", write::post);
    routes.delete("/v1/articles/:id", write::delete);
  }
}
