package dev.dateline.json;

import dev.dateline.index.Commit;
import dev.dateline.index.IndexStats;
import dev.dateline.index.Storage;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of {@link IndexStats}; what is not known is left out. Thread-safe.
 *
 * <pre>{@code
 * {"articles":1234,"withdrawn":2,"embargoed":1,"oldest":"2024-01-02","newest":"2026-11-22T08:00:00Z",
 *  "generation":"3","previousGeneration":"2","commit":"17","committedAt":"2026-11-22T08:05:00Z","bytes":52428800,
 *  "storage":{"schema":5,"segments":3,"previousBytes":50331648,"keptSources":12,"sourcesBytes":4096,"failures":0}}
 * }</pre>
 */
public final class StatsJson {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private StatsJson() {}

  /** The statistics as UTF-8 bytes. */
  public static byte[] toBytes(IndexStats stats) {
    Commit commit = stats.commit();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("articles", stats.articles());
      json.writeNumberProperty("withdrawn", stats.withdrawn());
      json.writeNumberProperty("embargoed", stats.embargoed());
      string(json, "oldest", stats.oldest());
      string(json, "newest", stats.newest());
      json.writeStringProperty("generation", commit.generation());
      string(json, "previousGeneration", stats.previous());
      json.writeStringProperty("commit", commit.version());
      string(json, "committedAt", commit.at());
      json.writeNumberProperty("bytes", stats.bytes());
      storage(json, stats.storage());
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void storage(JsonGenerator json, @Nullable Storage storage) {
    if (storage == null) {
      return;
    }
    json.writeObjectPropertyStart("storage");
    json.writeNumberProperty("schema", storage.schema());
    json.writeNumberProperty("segments", storage.segments());
    json.writeNumberProperty("previousBytes", storage.previousBytes());
    if (storage.keptSources() != null) {
      json.writeNumberProperty("keptSources", storage.keptSources().longValue());
    }
    json.writeNumberProperty("sourcesBytes", storage.sourcesBytes());
    json.writeNumberProperty("failures", storage.failures());
    json.writeEndObject();
  }

  private static void string(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }
}
