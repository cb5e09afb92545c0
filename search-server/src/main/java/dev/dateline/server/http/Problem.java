package dev.dateline.server.http;

import dev.dateline.index.CursorExpiredException;
import dev.dateline.index.ParameterException;
import dev.dateline.server.metrics.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request was not answered: what RFC 9457 calls a problem.
 *
 * @param status the HTTP status
 * @param code what programs tell problems apart by, such as {@code no-such-article}
 * @param detail what happened and what to do, in a sentence for a person
 * @param errors the parameters that are wrong, if that is the problem
 * @param headers headers that go with the answer
 */
public record Problem(
    int status,
    String code,
    String detail,
    List<ParameterException.Problem> errors,
    SequencedMap<String, String> headers) {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = Logger.getLogger(Problem.class.getName());

  /** Said of an index that cannot be read or written, for whatever reason. */
  static final String UNAVAILABLE = "index-unavailable";

  private static final String INVALID = "invalid-parameter";

  /** What Linux says of a full disk, a quota and a limit on the size of files. */
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded|File too large");

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** A problem that no parameter is to blame for. */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), new LinkedHashMap<>());
  }

  /** Files of the index are not as they were written. */
  public static Problem ofDamage(List<String> files) {
    return of(503, "index-damaged", "not as it was written: " + String.join(", ", files))
        .header("Retry-After", "60");
  }

  /** A parameter that is wrong. */
  static Problem ofParameter(String parameter, String value, String message) {
    List<ParameterException.Problem> errors =
        List.of(new ParameterException.Problem(parameter, value, message, null));
    return new Problem(400, INVALID, message, errors, new LinkedHashMap<>());
  }

  /**
   * The problem that a failure amounts to: the only place that decides so. What nobody foresaw is
   * logged, and told to the client without any detail.
   */
  public static Problem of(Exception failure, Trace trace) {
    return switch (failure) {
      case ProblemException e -> e.problem();
      case CursorExpiredException e -> ofParameters(410, "cursor-expired", e);
      case ParameterException e -> ofParameters(400, INVALID, e);
      case IOException e -> {
        LOG.log(Level.WARNING, "the index cannot be used; request " + trace.id(), e);
        yield ofStorage(e);
      }
      default -> {
        LOG.log(Level.SEVERE, "request " + trace.id() + " failed", failure);
        yield of(500, "internal", "something went wrong in the server; its log says what");
      }
    };
  }

  /** The problem with one more header. */
  public Problem header(String name, String value) {
    SequencedMap<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, detail, errors, more);
  }

  /** The status in words, such as "Not Found". */
  public String title() {
    return HttpStatus.getMessage(status);
  }

  /** The problem as {@link #MEDIA_TYPE}. */
  byte[] toBytes(String requestId) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("type", "about:blank");
      json.writeStringProperty("title", title());
      json.writeNumberProperty("status", status);
      json.writeStringProperty("code", code);
      json.writeStringProperty("detail", detail);
      json.writeStringProperty("requestId", requestId);
      if (!errors.isEmpty()) {
        json.writeArrayPropertyStart("errors");
        errors.forEach(error -> write(error, json));
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(ParameterException.Problem error, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("parameter", error.parameter());
    json.writeStringProperty("value", error.value());
    json.writeStringProperty("message", error.message());
    if (error.suggestion() != null) {
      json.writeStringProperty("suggestion", error.suggestion());
    }
    json.writeEndObject();
  }

  private static Problem ofParameters(int status, String code, ParameterException failure) {
    String detail = String.valueOf(failure.getMessage());
    return new Problem(status, code, detail, failure.problems(), new LinkedHashMap<>());
  }

  private static Problem ofStorage(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return FULL.matcher(message).find()
        ? of(507, "disk-full", "the disk of the index is full; nothing of this request was written")
        : of(503, UNAVAILABLE, "the index cannot be used at the moment; try again")
            .header("Retry-After", "5");
  }
}
