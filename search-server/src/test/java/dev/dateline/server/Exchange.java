package dev.dateline.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/**
 * A request and its answer.
 *
 * @param address with or without a query
 * @param headers of the answer
 * @param body of the answer
 */
record Exchange(
    String method, String address, int status, Map<String, List<String>> headers, String body) {

  String path() {
    return address.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*", "");
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(each -> String.join(", ", each.getValue()))
        .findFirst();
  }

  String mediaType() {
    return header("Content-Type").orElse("").split(";", 2)[0].strip();
  }

  boolean hasBody() {
    return !method.equals("HEAD") && status != 204 && status != 304;
  }

  AssertionFailedError failure(String what) {
    String shown = body.length() > 600 ? body.substring(0, 600) + "…" : body;
    return new AssertionFailedError(
        method
            + " "
            + address
            + " answered "
            + status
            + ": "
            + what
            + "\n"
            + headers
            + "\n"
            + shown);
  }
}
