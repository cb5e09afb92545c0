package dev.dateline.server.api;

import dev.dateline.index.ArticleIndex;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Problem;
import dev.dateline.server.http.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Whether the server is to be started anew, and whether it is to be sent requests. */
final class HealthEndpoints {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ArticleIndex index;
  private final Supplier<List<String>> damaged;

  HealthEndpoints(ArticleIndex index, Supplier<List<String>> damaged) {
    this.index = index;
    this.damaged = damaged;
  }

  /** The process answers: no reason to start it anew. */
  Answer live(Call call) {
    return status("live");
  }

  /**
   * The index answers, and no file of it is known to be damaged. A server that is stopping refuses
   * this as it does every new request; one that has more to do than it can is ready all the same,
   * as it knows itself what to refuse.
   */
  Answer ready(Call call) throws IOException {
    List<String> files = damaged.get();
    if (!files.isEmpty()) {
      throw new ProblemException(Problem.ofDamage(files));
    }
    try {
      index.stats();
    } catch (RuntimeException e) { // as of bytes that nobody knows yet to be damaged
      throw new IOException("the index does not answer", e);
    }
    return status("ready");
  }

  private static Answer status(String status) {
    return Answer.json(200, MAPPER.writeValueAsBytes(Map.of("status", status)))
        .header("Cache-Control", "no-store");
  }
}
