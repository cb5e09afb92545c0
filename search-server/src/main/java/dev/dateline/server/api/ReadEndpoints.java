package dev.dateline.server.api;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.json.ArticleJson;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.KnownArticle;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What can be read: an article, what the index holds, whether the server is well. */
final class ReadEndpoints {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ArticleIndex index;

  ReadEndpoints(ArticleIndex index) {
    this.index = index;
  }

  Answer article(Call call) throws IOException {
    Article article = KnownArticle.find(index, call.lastSegment("id"));
    return Answer.json(200, ArticleJson.toBytes(article)).header("Cache-Control", "no-cache");
  }

  Answer stats(Call call) throws IOException {
    return Answer.json(200, MAPPER.writeValueAsBytes(index.stats()))
        .header("Cache-Control", "no-cache");
  }

  /** The process answers: no reason to start it anew. */
  Answer live(Call call) {
    return status("live");
  }

  /** The index answers. A server that is stopping refuses this as it does every new request. */
  Answer ready(Call call) throws IOException {
    index.stats();
    return status("ready");
  }

  private static Answer status(String status) {
    return Answer.json(200, MAPPER.writeValueAsBytes(Map.of("status", status)))
        .header("Cache-Control", "no-store");
  }
}
