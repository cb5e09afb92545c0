package dev.dateline.server.http;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;

/**
 * Answers with a problem in the form that fits who asked: a page for a person whose browser opened
 * an address, else {@code application/problem+json}, or the words of another API. The only place
 * that does so, whoever found the problem: an endpoint, the entrance, the routes or Jetty. Safe for
 * many threads.
 */
final class Problems {

  private static final String PAGE = "text/html";

  /** What is told apart by who asks for it. */
  private static final Set<String> FORMS =
      Set.of(PAGE, "application/json", "application/problem+json");

  private final Function<Problem, Answer> page;

  /**
   * @param page the page that tells of a problem
   */
  Problems(Function<Problem, Answer> page) {
    this.page = page;
  }

  /** The answer to this request. */
  Answer answer(Problem problem, HttpServletRequest request) {
    Answer words =
        isReader(request)
            ? page.apply(problem)
            : Answer.of(
                problem.status(),
                Problem.MEDIA_TYPE,
                problem.toBytes(RequestIds.trace(request).id()));
    return answer(problem, request, words);
  }

  /** The answer in these words, with the headers that go with the problem. */
  Answer answer(Problem problem, HttpServletRequest request, Answer words) {
    RequestIds.trace(request).noteProblem(problem.code());
    Answer answer = words;
    for (Map.Entry<String, String> header : problem.headers().entrySet()) {
      answer = answer.header(header.getKey(), header.getValue());
    }
    return answer.header("Cache-Control", "no-store");
  }

  /** Whether a person asks: the API is for programs, also where a browser opens it. */
  private static boolean isReader(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean api = path != null && (path.equals("/v1") || path.startsWith("/v1/"));
    return !api
        && Call.accepted(Collections.list(request.getHeaders("Accept"))).stream()
            .filter(FORMS::contains)
            .findFirst()
            .filter(PAGE::equals)
            .isPresent();
  }
}
