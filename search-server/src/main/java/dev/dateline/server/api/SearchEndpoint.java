package dev.dateline.server.api;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Commit;
import dev.dateline.index.Order;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.json.ResultJson;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches, asked for in the address, in a form or in JSON. */
final class SearchEndpoint implements Endpoint {

  private final ArticleIndex index;
  private final ExportAnswers exports;
  private final FeedAnswers feeds;

  SearchEndpoint(ArticleIndex index) {
    this.index = index;
    this.exports = new ExportAnswers(index);
    this.feeds = new FeedAnswers(index);
  }

  @Override
  public Answer answer(Call call) throws IOException {
    Map<String, List<String>> parameters = GivenParameters.of(call);
    AnswerFormat format = AnswerFormat.of(parameters, call.accepted());
    parameters.remove(AnswerFormat.PARAMETER);
    return answer(call, parameters, format)
        .header("Cache-Control", "no-cache")
        .header("Vary", "Accept");
  }

  private Answer answer(Call call, Map<String, List<String>> parameters, AnswerFormat format)
      throws IOException {
    if (format.export() != null) {
      return exports.answer(call.client(), parameters, format.export());
    }
    return format.feed() != null
        ? feeds.answer(parameters, format.feed(), call.origin())
        : page(call, SearchParameters.parse(parameters));
  }

  /** The hits of a page, unless the client has them already. */
  private Answer page(Call call, SearchRequest request) throws IOException {
    Instant now = Instant.now();
    Commit commit = index.commit();
    Optional<Answer> known = call.known(() -> SearchTag.of(request, commit, now));
    return known.isPresent() ? known.get() : search(request, now);
  }

  private Answer search(SearchRequest request, Instant now) throws IOException {
    SearchResult result = index.search(request);
    Answer answer = Answer.json(200, ResultJson.toBytes(result));
    // A tag that outlasts its cursor would keep who starts again to the expired one.
    boolean outlasts =
        request.asOf() != null && result.next() != null && result.order() == Order.RELEVANCE;
    return outlasts ? answer : answer.tag(SearchTag.of(request, result.commit(), now));
  }
}
