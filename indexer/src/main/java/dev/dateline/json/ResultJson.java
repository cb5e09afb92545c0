package dev.dateline.json;

import dev.dateline.index.FacetValue;
import dev.dateline.index.Hit;
import dev.dateline.index.Interval;
import dev.dateline.index.SearchResult;
import dev.dateline.index.Snippet;
import dev.dateline.index.Timeline;
import dev.dateline.query.Attribute;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of a {@link SearchResult}. Thread-safe.
 *
 * <pre>{@code
 * {"query":{"q":"…","parsed":"…","warnings":[],"relaxed":false,"asOf":"…"},"total":{"articles":1234},"orderBy":"relevance",
 *  "page":1,"pageSize":20,"next":"…","tookMs":7,"generation":"…","commit":"…",
 *  "results":[{…an article…,"score":9.1,"highlights":{"body":[{"text":"…","spans":[[12,18]]}]}}],
 *  "facets":{"source":[{"value":"…","articles":3}]},
 *  "timelineInterval":"day","timeline":[{"from":"2026-11-01","articles":3}],"undated":0}
 * }</pre>
 */
public final class ResultJson {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** What ten hits without snippets take; less would be copied each time it grows. */
  private static final int USUAL_BYTES = 8 << 10;

  private ResultJson() {}

  /** The answer as UTF-8 bytes. */
  public static byte[] toBytes(SearchResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      query(json, result);
      result
          .total()
          .ifPresent(
              total -> {
                json.writeObjectPropertyStart("total");
                json.writeNumberProperty("articles", total);
                json.writeEndObject();
              });
      json.writeStringProperty("orderBy", result.order().name().toLowerCase(Locale.ROOT));
      if (result.page() > 0) {
        json.writeNumberProperty("page", result.page());
      }
      json.writeNumberProperty("pageSize", result.pageSize());
      if (result.next() != null) {
        json.writeStringProperty("next", result.next());
      }
      json.writeNumberProperty("tookMs", result.took().toMillis());
      json.writeStringProperty("generation", result.generation());
      json.writeStringProperty("commit", result.commit().version());
      json.writeArrayPropertyStart("results");
      for (Hit hit : result.hits()) {
        hit(json, hit);
      }
      json.writeEndArray();
      facets(json, result.facets());
      timeline(json, result.timeline());
      if (result.explanation() != null) {
        json.writeName("explanation");
        ExplanationJson.write(json, result.explanation());
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void query(JsonGenerator json, SearchResult result) {
    json.writeObjectPropertyStart("query");
    json.writeStringProperty("q", result.query());
    json.writeStringProperty("parsed", result.parsed());
    json.writeArrayPropertyStart("warnings");
    result.warnings().forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("relaxed", result.relaxed());
    if (result.partial()) {
      json.writeBooleanProperty("partial", true);
    }
    if (result.didYouMean() != null) {
      json.writeStringProperty("didYouMean", result.didYouMean());
    }
    json.writeStringProperty("asOf", result.asOf().toString());
    json.writeEndObject();
  }

  private static void hit(JsonGenerator json, Hit hit) {
    json.writeStartObject();
    ArticleJson.writeFields(hit.article(), json);
    json.writeNumberProperty("score", hit.score());
    highlights(json, hit.highlights());
    json.writeEndObject();
  }

  private static void highlights(
      JsonGenerator json, SequencedMap<String, List<Snippet>> highlights) {
    if (highlights.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("highlights");
    highlights.forEach(
        (field, snippets) -> {
          json.writeArrayPropertyStart(field);
          snippets.forEach(snippet -> snippet(json, snippet));
          json.writeEndArray();
        });
    json.writeEndObject();
  }

  private static void snippet(JsonGenerator json, Snippet snippet) {
    json.writeStartObject();
    json.writeStringProperty("text", snippet.text());
    json.writeArrayPropertyStart("spans");
    for (Snippet.Span span : snippet.spans()) {
      json.writeStartArray();
      json.writeNumber(span.start());
      json.writeNumber(span.end());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void facets(JsonGenerator json, Map<Attribute, List<FacetValue>> facets) {
    if (facets.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("facets");
    facets.forEach(
        (attribute, values) -> {
          json.writeArrayPropertyStart(attribute.label());
          values.forEach(value -> count(json, "value", value.value(), value.articles()));
          json.writeEndArray();
        });
    json.writeEndObject();
  }

  private static void timeline(JsonGenerator json, @Nullable Timeline timeline) {
    if (timeline == null) {
      return;
    }
    json.writeStringProperty("timelineInterval", timeline.interval().text());
    json.writeArrayPropertyStart("timeline");
    for (Timeline.Count count : timeline.counts()) {
      count(json, "from", from(timeline.interval(), count.from()), count.articles());
    }
    json.writeEndArray();
    json.writeNumberProperty("undated", timeline.undated());
  }

  /** What the parameter {@code from} takes: the day on which an interval starts, or the hour. */
  private static String from(Interval interval, OffsetDateTime start) {
    return interval == Interval.HOUR
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start)
        : start.toLocalDate().toString();
  }

  private static void count(JsonGenerator json, String name, String value, long articles) {
    json.writeStartObject();
    json.writeStringProperty(name, value);
    json.writeNumberProperty("articles", articles);
    json.writeEndObject();
  }
}
