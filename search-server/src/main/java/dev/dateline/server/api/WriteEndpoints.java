package dev.dateline.server.api;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.ArticleAddress;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.ProblemException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds, replaces and removes articles. What is answered with success is on disk, and is found by
 * the next search.
 */
final class WriteEndpoints {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ArticleIndex index;
  private final @Nullable ArticleWriter writer;

  WriteEndpoints(ArticleIndex index, @Nullable ArticleWriter writer) {
    this.index = index;
    this.writer = writer;
  }

  Answer post(Call call) throws IOException {
    Answer answer =
        switch (call.mediaType()) {
          case "application/json" -> one(call);
          case "application/x-ndjson", "application/ndjson", "application/jsonl" ->
              Answer.of(200, "application/x-ndjson", new Batch(index, writer()).write(call.body()));
          default ->
              throw new ProblemException(
                  415,
                  "unsupported-media-type",
                  "an article is sent as application/json, several as application/x-ndjson");
        };
    return answer.header("Cache-Control", "no-store");
  }

  /**
   * Removes what the index holds of an id, also that it is withdrawn; it may hold nothing of it.
   */
  Answer delete(Call call) throws IOException {
    writer().delete(call.lastSegment("id"));
    writer().commit();
    index.refresh();
    return Answer.empty(204).header("Cache-Control", "no-store");
  }

  private Answer one(Call call) throws IOException {
    return switch (Ingest.json(call.body())) {
      case Outcome.Read read -> add(read.article(), call.origin());
      case Outcome.Malformed malformed ->
          throw new ProblemException(400, "invalid-article", malformed.reason());
      case Outcome.PassedOver passedOver ->
          throw new ProblemException(400, "invalid-article", passedOver.reason());
    };
  }

  private Answer add(Article article, String origin) throws IOException {
    boolean known = index.find(article.id()).isPresent();
    if (!writer().add(article)) {
      throw new ProblemException(409, "withdrawn", Batch.WITHDRAWN);
    }
    writer().commit();
    index.refresh();
    byte[] id = MAPPER.writeValueAsBytes(Map.of("id", article.id()));
    if (known) {
      return Answer.json(200, id);
    }
    String segment = ArticleAddress.segment(article.id());
    return Answer.json(201, id).header("Location", origin + "/v1/articles/" + segment);
  }

  /** There is one wherever there is a key, and without a key nobody comes so far. */
  private ArticleWriter writer() {
    return Objects.requireNonNull(writer);
  }
}
