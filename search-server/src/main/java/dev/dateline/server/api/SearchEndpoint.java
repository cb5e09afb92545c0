package dev.dateline.server.api;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.json.ResultJson;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import java.io.IOException;

/** Searches, asked for in the address, in a form or in JSON. */
final class SearchEndpoint implements Endpoint {

  private final ArticleIndex index;

  SearchEndpoint(ArticleIndex index) {
    this.index = index;
  }

  @Override
  public Answer answer(Call call) throws IOException {
    SearchRequest request = SearchParameters.parse(GivenParameters.of(call));
    return Answer.json(200, ResultJson.toBytes(index.search(request)))
        .header("Cache-Control", "no-cache");
  }
}
