package dev.dateline.server.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
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
  private final Supplier<List<String>> damaged;
  private final Map<String, Dialect> dialects = new ConcurrentHashMap<>();

  /**
   * @param page the page that tells of a problem
   * @param damaged the files of the index that are known to be damaged
   */
  Problems(Function<Problem, Answer> page, Supplier<List<String>> damaged) {
    this.page = page;
    this.damaged = damaged;
  }

  /**
   * The problem, or the damage that is its likely cause: bytes that are not as they were written
   * fail in any way, and whoever asks can do nothing about a fault of the program.
   */
  Problem explained(Problem problem) {
    if (problem.status() != 500 && !problem.code().equals(Problem.UNAVAILABLE)) {
      return problem;
    }
    List<String> files = damaged.get();
    return files.isEmpty() ? problem : Problem.ofDamage(files);
  }

  /** Has problems told in other words at the addresses below one, and at that itself. */
  void speak(String start, Dialect dialect) {
    dialects.put(start, dialect);
  }

  /** The answer to this request. */
  Answer answer(Problem problem, HttpServletRequest request) {
    return answer(problem, request, words(problem, request));
  }

  private Answer words(Problem problem, HttpServletRequest request) {
    for (Map.Entry<String, Dialect> each : dialects.entrySet()) {
      if (isAt(each.getKey(), request)) {
        return each.getValue().answer(problem, false);
      }
    }
    return isReader(request)
        ? page.apply(problem)
        : Answer.of(
            problem.status(), Problem.MEDIA_TYPE, problem.toBytes(RequestIds.trace(request).id()));
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
    return !isAt("/v1", request)
        && Call.accepted(Collections.list(request.getHeaders("Accept"))).stream()
            .filter(FORMS::contains)
            .findFirst()
            .filter(PAGE::equals)
            .isPresent();
  }

  private static boolean isAt(String start, HttpServletRequest request) {
    String path = request.getRequestURI();
    return path != null && (path.equals(start) || path.startsWith(start + "/"));
  }
}
