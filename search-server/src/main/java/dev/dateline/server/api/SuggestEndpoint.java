package dev.dateline.server.api;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ParameterException;
import dev.dateline.index.SuggestParameters;
import dev.dateline.index.SuggestResult;
import dev.dateline.json.SuggestionJson;
import dev.dateline.server.feed.OpenSearchSuggestions;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes what is being typed, in our JSON or, for a browser's own search box, in OpenSearch's.
 */
final class SuggestEndpoint implements Endpoint {

  private static final String OPEN_SEARCH = "opensearch";

  private final ArticleIndex index;

  SuggestEndpoint(ArticleIndex index) {
    this.index = index;
  }

  @Override
  public Answer answer(Call call) throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>(call.parameters());
    boolean openSearch = isOpenSearch(parameters.remove(AnswerFormat.PARAMETER), call);
    SuggestResult result = index.suggest(SuggestParameters.parse(parameters));
    Answer answer =
        openSearch
            ? Answer.of(
                200,
                OpenSearchSuggestions.MEDIA_TYPE,
                OpenSearchSuggestions.write(result, call.origin()))
            : Answer.json(200, SuggestionJson.toBytes(result));
    return answer.header("Cache-Control", "no-cache").header("Vary", "Accept");
  }

  private static boolean isOpenSearch(@Nullable List<String> given, Call call) {
    String format = given == null ? "" : String.join(",", given).strip();
    return switch (format) {
      case "" -> call.accepted().contains(OpenSearchSuggestions.MEDIA_TYPE);
      case "json" -> false;
      case OPEN_SEARCH -> true;
      default ->
          throw new ParameterException(
              List.of(
                  new ParameterException.Problem(
                      AnswerFormat.PARAMETER, format, "format: one of json, opensearch", null)));
    };
  }
}
