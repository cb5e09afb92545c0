package dev.dateline.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** An answer to a request: a status, headers and a body. Cannot be changed. */
public final class Answer {

  private final int status;
  private final SequencedMap<String, String> headers;
  private final byte[] body;

  private Answer(int status, SequencedMap<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Collections.unmodifiableSequencedMap(headers);
    this.body = body;
  }

  /** An answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, new LinkedHashMap<>(), new byte[0]);
  }

  /** An answer with a body of this media type. */
  public static Answer of(int status, String type, byte[] body) {
    return new Answer(status, new LinkedHashMap<>(), body).header("Content-Type", type);
  }

  /** JSON in UTF-8. */
  public static Answer json(int status, byte[] body) {
    return of(status, "application/json", body);
  }

  /** A page. */
  public static Answer html(int status, String page) {
    return of(status, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** This answer with one more header, or another value of one. */
  public Answer header(String name, String value) {
    SequencedMap<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  int status() {
    return status;
  }

  SequencedMap<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
