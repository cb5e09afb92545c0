package dev.dateline.server.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of a job.
 *
 * <pre>{@code
 * {"id":"verify-3f9a0c2e11d7","kind":"verify","state":"succeeded","startedAt":"…","endedAt":"…",
 *  "progress":{"done":52428800,"of":52428800,"unit":"bytes"},"result":{"sound":true,…}}
 * }</pre>
 */
final class JobJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private JobJson() {}

  static byte[] toBytes(Job job) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      write(job, json);
    }
    return bytes.toByteArray();
  }

  static byte[] toBytes(List<Job> jobs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("jobs");
      jobs.forEach(job -> write(job, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(Job job, JsonGenerator json) {
    Job.End end = job.end(); // read once, as it may end meanwhile
    Job.State state =
        end != null ? end.state() : job.isCancelled() ? Job.State.CANCELLING : Job.State.RUNNING;
    json.writeStartObject();
    json.writeStringProperty("id", job.id());
    json.writeStringProperty("kind", job.kind().label());
    json.writeStringProperty("state", state.label());
    json.writeStringProperty("startedAt", job.startedAt().toString());
    string(json, "endedAt", end == null ? null : end.at());
    json.writeObjectPropertyStart("progress");
    json.writeNumberProperty("done", job.done());
    json.writeNumberProperty("of", job.of());
    json.writeStringProperty("unit", job.kind().unit());
    json.writeEndObject();
    if (end != null && end.result() != null) {
      json.writePOJOProperty("result", end.result());
    }
    string(json, "error", end == null ? null : end.error());
    json.writeEndObject();
  }

  private static void string(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }
}
