package dev.dateline.server.api;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.server.config.Scope;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.ArticleAddress;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import dev.dateline.server.http.FewParameters;
import dev.dateline.server.http.Preconditions;
import dev.dateline.server.http.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds, replaces and removes articles. What is answered with success is on disk, and is found by
 * the next search.
 */
final class WriteEndpoints {

  private static final String PURGE = "purge";
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ArticleIndex index;
  private final @Nullable Changes changes;
  private final Endpoint purge;

  /**
   * @param changing is held by who changes articles; alone by a change that depends on what is
   *     there
   * @param purge deletes an article for good
   */
  WriteEndpoints(
      ArticleIndex index, @Nullable ArticleWriter writer, ReadWriteLock changing, Endpoint purge) {
    this.index = index;
    this.purge = purge;
    this.changes = writer == null ? null : new Changes(writer, changing);
  }

  Answer post(Call call) throws IOException {
    Answer answer =
        switch (call.mediaType()) {
          case "application/json" -> one(call);
          case "application/x-ndjson", "application/ndjson", "application/jsonl" -> many(call);
          default ->
              throw new ProblemException(
                  415,
                  "unsupported-media-type",
                  "an article is sent as application/json, several as application/x-ndjson");
        };
    return answer.header("Cache-Control", "no-store");
  }

  /** What a client must be allowed to do who deletes: to purge is for administrators. */
  static Scope scopeOfDelete(Call call) {
    List<String> purge = call.parameters().getOrDefault(PURGE, List.of());
    return purge.isEmpty() || purge.equals(List.of("false")) ? Scope.WRITE : Scope.ADMIN;
  }

  /**
   * Removes what the index holds of an id, also that it is withdrawn; it may hold nothing of it. Or
   * purges it, with a job as the answer.
   */
  Answer delete(Call call) throws IOException {
    if (FewParameters.of(call, List.of(PURGE)).flag(PURGE, false)) {
      requireNoCondition(call, "a purge takes whatever there is of the id");
      return purge.answer(call);
    }
    String id = call.lastSegment("id");
    Preconditions conditions = Preconditions.of(call);
    changes()
        .acknowledge(
            () -> {
              changes().delete(id, conditions);
              return id;
            });
    index.refresh();
    return Answer.empty(204).header("Cache-Control", "no-store");
  }

  private Answer one(Call call) throws IOException {
    return switch (Ingest.json(call.body())) {
      case Outcome.Read read -> add(read.article(), call);
      case Outcome.Malformed malformed ->
          throw new ProblemException(400, "invalid-article", malformed.reason());
      case Outcome.PassedOver passedOver ->
          throw new ProblemException(400, "invalid-article", passedOver.reason());
    };
  }

  private Answer many(Call call) throws IOException {
    requireNoCondition(call, "of this batch nothing was written");
    byte[] answers = new Batch(index, changes()).write(call.body());
    return Answer.of(200, "application/x-ndjson", answers);
  }

  private static void requireNoCondition(Call call, String otherwise) {
    if (Preconditions.of(call).any()) {
      throw new ProblemException(
          400,
          "condition-of-batch",
          "If-Match and If-None-Match speak of one article; " + otherwise);
    }
  }

  private Answer add(Article article, Call call) throws IOException {
    boolean known = index.find(article.id()).isPresent();
    Preconditions conditions = Preconditions.of(call);
    if (!changes().acknowledge(() -> changes().add(article, conditions))) {
      throw new ProblemException(409, "withdrawn", Batch.WITHDRAWN);
    }
    index.refresh();
    byte[] id = MAPPER.writeValueAsBytes(Map.of("id", article.id()));
    Answer answer = Answer.json(known ? 200 : 201, id).tag(Changes.tag(article));
    String segment = ArticleAddress.segment(article.id());
    return known ? answer : answer.header("Location", call.origin() + "/v1/articles/" + segment);
  }

  /** There are some wherever there is a key, and without a key nobody comes so far. */
  private Changes changes() {
    return Objects.requireNonNull(changes);
  }
}
