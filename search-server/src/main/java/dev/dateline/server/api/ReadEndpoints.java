package dev.dateline.server.api;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchResult;
import dev.dateline.index.SimilarParameters;
import dev.dateline.index.SimilarRequest;
import dev.dateline.json.ArticleJson;
import dev.dateline.json.ResultJson;
import dev.dateline.json.StatsJson;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.EntityTag;
import dev.dateline.server.http.KnownArticle;
import java.io.IOException;

/**
 * What can be read beside a search: an article and those like it, how a text goes on, and what the
 * index holds.
 */
final class ReadEndpoints {

  private final ArticleIndex index;

  ReadEndpoints(ArticleIndex index) {
    this.index = index;
  }

  /** An article, which stays the same in most commits: its tag is that of its text. */
  Answer article(Call call) throws IOException {
    Article article = KnownArticle.find(index, call.lastSegment("id"));
    return tagged(ArticleJson.toBytes(article));
  }

  Answer similar(Call call) throws IOException {
    String id = call.segmentBeforeLast("id");
    SimilarRequest request = SimilarParameters.parse(id, call.parameters());
    SearchResult similar = index.similar(request).orElseThrow(() -> KnownArticle.missing(id));
    return Answer.json(200, ResultJson.toBytes(similar)).header("Cache-Control", "no-cache");
  }

  Answer stats(Call call) throws IOException {
    return tagged(StatsJson.toBytes(index.stats()));
  }

  private static Answer tagged(byte[] json) {
    return Answer.json(200, json).tag(EntityTag.of(json)).header("Cache-Control", "no-cache");
  }
}
