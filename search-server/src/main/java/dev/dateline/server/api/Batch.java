package dev.dateline.server.api;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.server.http.Preconditions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles that are written together, one a line, with one commit for all. The answer has a line
 * for each that is neither blank nor the count that ends an export: {@code
 * {"line":1,"id":"…","status":201}}, or {@code {"line":2,"status":400,"detail":"…"}} for one that
 * was skipped. Used once.
 */
final class Batch {

  /** Why an article was not taken. */
  static final String WITHDRAWN = "the article is withdrawn, and stays so until its id is deleted";

  private static final Preconditions NONE = new Preconditions(null, null);
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ArticleIndex index;
  private final Changes changes;
  private final Set<String> written = new HashSet<>();
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

  Batch(ArticleIndex index, Changes changes) {
    this.index = index;
    this.changes = changes;
  }

  /**
   * Writes the articles of these lines, and answers when they are on disk and can be found.
   *
   * @throws IOException if they could not be written; nothing is acknowledged then
   */
  byte[] write(byte[] lines) throws IOException {
    byte[] all = changes.acknowledge(() -> add(lines));
    index.refresh();
    return all;
  }

  private byte[] add(byte[] lines) throws IOException {
    int number = 0;
    for (int start = 0; start < lines.length; ) {
      int end = start;
      while (end < lines.length && lines[end] != '\n') {
        end++;
      }
      number++;
      byte[] line = Arrays.copyOfRange(lines, start, end);
      if (!Ingest.isBlankLine(line)) {
        take(number, line);
      }
      start = end + 1;
    }
    return answers.toByteArray();
  }

  private void take(int number, byte[] line) throws IOException {
    switch (Ingest.json(line)) {
      case Outcome.Read read -> add(number, read.article());
      case Outcome.Malformed malformed -> answer(number, null, 400, malformed.reason());
      case Outcome.PassedOver passedOver -> answer(number, null, 400, passedOver.reason());
    }
  }

  private void add(int number, Article article) throws IOException {
    String id = article.id();
    boolean known = !written.add(id) || index.find(id).isPresent();
    if (changes.add(article, NONE)) {
      answer(number, id, known ? 200 : 201, null);
    } else {
      answer(number, id, 409, WITHDRAWN);
    }
  }

  private void answer(int number, @Nullable String id, int status, @Nullable String detail) {
    try (JsonGenerator json = MAPPER.createGenerator(answers)) {
      json.writeStartObject();
      json.writeNumberProperty("line", number);
      if (id != null) {
        json.writeStringProperty("id", id);
      }
      json.writeNumberProperty("status", status);
      if (detail != null) {
        json.writeStringProperty("detail", detail);
      }
      json.writeEndObject();
    }
    answers.write('\n');
  }
}
