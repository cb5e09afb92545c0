package dev.dateline.server.http;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Lets pages of other sites read answers, where that was configured (the Fetch standard calls it
 * CORS). Cookies play no part, as there are none.
 *
 * @param origins such as {@code https://news.example}; {@code *} is all of them
 */
record Cors(List<String> origins) {

  private static final String DAY = "86400";

  /** Says in the answer who may read it. */
  void mark(HttpServletRequest request, HttpServletResponse response) {
    if (origins.isEmpty()) {
      return;
    }
    boolean any = origins.contains("*");
    String origin = request.getHeader("Origin");
    if (!any) {
      response.addHeader("Vary", "Origin");
    }
    if (origin == null || !(any || origins.contains(origin))) {
      return;
    }
    response.setHeader("Access-Control-Allow-Origin", any ? "*" : origin);
    response.setHeader("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id, Link");
    if (request.getHeader("Access-Control-Request-Method") != null) {
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE");
      response.setHeader(
          "Access-Control-Allow-Headers",
          "Accept, Authorization, Content-Type, If-Match, If-None-Match, X-Api-Key, X-Request-Id");
      response.setHeader("Access-Control-Max-Age", DAY);
    }
  }
}
