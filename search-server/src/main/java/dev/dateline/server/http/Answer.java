package dev.dateline.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a request: a status, headers and a body, which is there or is written while it is
 * sent. Cannot be changed.
 */
public final class Answer {

  private final int status;
  private final SequencedMap<String, String> headers;
  private final byte[] body;
  private final @Nullable StreamedBody stream;

  private final @Nullable EntityTag tag;

  private Answer(
      int status,
      SequencedMap<String, String> headers,
      byte[] body,
      @Nullable StreamedBody stream,
      @Nullable EntityTag tag) {
    this.status = status;
    this.headers = Collections.unmodifiableSequencedMap(headers);
    this.body = body;
    this.stream = stream;
    this.tag = tag;
  }

  /** An answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, new LinkedHashMap<>(), new byte[0], null, null);
  }

  /** An answer with a body of this media type. */
  public static Answer of(int status, String type, byte[] body) {
    return new Answer(status, new LinkedHashMap<>(), body, null, null).header("Content-Type", type);
  }

  /**
   * An answer whose body is of any length and is sent as it is written, in chunks. Where writing it
   * fails, the connection is cut off, so that nobody takes the body for whole.
   *
   * @param body closed when it was sent, or was not wanted
   */
  public static Answer streamed(int status, String type, StreamedBody body) {
    return new Answer(status, new LinkedHashMap<>(), new byte[0], body, null)
        .header("Content-Type", type);
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
    return new Answer(status, more, body, stream, tag);
  }

  /** This answer with a tag: a client that shows it is told that nothing has changed. */
  public Answer tag(EntityTag tag) {
    return new Answer(status, headers, body, stream, tag).header("ETag", tag.toString());
  }

  @Nullable EntityTag tag() {
    return tag;
  }

  int status() {
    return status;
  }

  SequencedMap<String, String> headers() {
    return headers;
  }

  /** The body; empty where it is streamed. */
  byte[] body() {
    return body;
  }

  /** What writes the body while it is sent, or null. */
  @Nullable StreamedBody stream() {
    return stream;
  }
}
