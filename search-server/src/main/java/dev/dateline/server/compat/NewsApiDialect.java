package dev.dateline.server.compat;

import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Dialect;
import dev.dateline.server.http.Problem;
import java.util.Set;

/** Keys and errors as NewsAPI has them (newsapi.org/docs/errors). */
final class NewsApiDialect implements Dialect {

  /** Codes of NewsAPI that endpoints give themselves. */
  private static final Set<String> OWN = Set.of("parametersMissing", "sourcesTooMany");

  @Override
  public String keyParameter() {
    return "apiKey";
  }

  @Override
  public Answer answer(Problem problem, boolean keyShown) {
    return Answer.json(
        problem.status(), NewsApiJson.error(code(problem, keyShown), problem.detail()));
  }

  private static String code(Problem problem, boolean keyShown) {
    if (OWN.contains(problem.code())) {
      return problem.code();
    }
    return switch (problem.status()) {
      case 401 -> keyShown ? "apiKeyInvalid" : "apiKeyMissing";
      case 403 -> "apiKeyInvalid";
      case 429 -> "rateLimited";
      default -> problem.status() < 500 ? "parameterInvalid" : "unexpectedError";
    };
  }
}
