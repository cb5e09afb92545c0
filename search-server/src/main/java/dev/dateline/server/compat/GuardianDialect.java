package dev.dateline.server.compat;

import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Dialect;
import dev.dateline.server.http.Problem;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keys and errors as the Guardian's Open Platform has them: its gateway answers with a message
 * alone, its search within a response.
 */
final class GuardianDialect implements Dialect {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  @Override
  public String keyParameter() {
    return "api-key";
  }

  @Override
  public Answer answer(Problem problem, boolean keyShown) {
    return switch (problem.status()) {
      case 401, 403 -> answer(problem, Map.of("message", "Unauthorized"));
      case 429 -> answer(problem, Map.of("message", "API rate limit exceeded"));
      default ->
          answer(
              problem, Map.of("response", Map.of("status", "error", "message", problem.detail())));
    };
  }

  private static Answer answer(Problem problem, Map<String, ?> json) {
    return Answer.json(problem.status(), MAPPER.writeValueAsBytes(json));
  }
}
