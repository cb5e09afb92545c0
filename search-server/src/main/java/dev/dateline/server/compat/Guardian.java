package dev.dateline.server.compat;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchResult;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.EntityTag;
import dev.dateline.server.http.ProblemException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Answers as the Guardian's Open Platform does (open-platform.theguardian.com/documentation). */
final class Guardian {

  static final String START = "/compat/guardian/";

  private final ArticleIndex index;

  Guardian(ArticleIndex index) {
    this.index = index;
  }

  Answer search(Call call) throws IOException {
    Asked asked = new Asked(call);
    SearchResult result = Whole.search(index, GuardianQuery.of(asked));
    if (result.page() > 1 && result.hits().isEmpty()) {
      throw new ProblemException(
          400, "invalid-parameter", "requested page is beyond the number of available pages");
    }
    return tagged(json(asked, call).search(result));
  }

  /** One article, by the id that a search gives it. */
  Answer item(Call call) throws IOException {
    Article article =
        index
            .find(call.pathAfter(START, "id"))
            .orElseThrow(
                () ->
                    new ProblemException(
                        404, "no-such-article", "The requested resource could not be found."));
    return tagged(json(new Asked(call), call).item(article));
  }

  private static GuardianJson json(Asked asked, Call call) {
    return new GuardianJson(shown(asked, "show-fields"), shown(asked, "show-tags"), call.origin());
  }

  private static Set<String> shown(Asked asked, String name) {
    return new LinkedHashSet<>(asked.values(name));
  }

  private static Answer tagged(byte[] json) {
    return Answer.json(200, json).tag(EntityTag.of(json)).header("Cache-Control", "no-cache");
  }
}
