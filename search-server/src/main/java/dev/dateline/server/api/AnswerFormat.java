package dev.dateline.server.api;

import dev.dateline.export.ExportFormat;
import dev.dateline.index.ParameterException;
import dev.dateline.query.Spelling;
import dev.dateline.server.feed.FeedFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms in which a search is answered. */
enum AnswerFormat {
  /** A page of hits, and what is counted. */
  JSON("application/json", null, null),
  /** Every hit. */
  NDJSON("application/x-ndjson", ExportFormat.NDJSON, null),
  /** Every hit. */
  CSV("text/csv", ExportFormat.CSV, null),
  RSS(FeedFormat.RSS),
  ATOM(FeedFormat.ATOM),
  JSONFEED(FeedFormat.JSONFEED);

  static final String PARAMETER = "format";

  private static final Map<String, AnswerFormat> BY_MEDIA_TYPE =
      Arrays.stream(values()).collect(Collectors.toMap(each -> each.mediaType, each -> each));

  private final String mediaType;
  private final @Nullable ExportFormat export;
  private final @Nullable FeedFormat feed;

  AnswerFormat(FeedFormat feed) {
    this(feed.mediaType(), null, feed);
  }

  AnswerFormat(String mediaType, @Nullable ExportFormat export, @Nullable FeedFormat feed) {
    this.mediaType = mediaType;
    this.export = export;
    this.feed = feed;
  }

  /** How every hit is written; null where the answer is something else. */
  @Nullable ExportFormat export() {
    return export;
  }

  /** How a feed is written; null where the answer is none. */
  @Nullable FeedFormat feed() {
    return feed;
  }

  /**
   * The form that a request wants: that of its parameter, or else the first that it accepts, or
   * else JSON.
   *
   * @throws ParameterException if the parameter is none
   */
  static AnswerFormat of(Map<String, List<String>> parameters, List<String> accepted) {
    List<String> asked =
        parameters.getOrDefault(PARAMETER, List.of()).stream()
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
    if (asked.isEmpty()) {
      return accepted.stream()
          .map(BY_MEDIA_TYPE::get)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(JSON);
    }
    return Arrays.stream(values())
        .filter(each -> List.of(each.text()).equals(asked))
        .findFirst()
        .orElseThrow(() -> unknown(String.join(",", asked)));
  }

  /** What may be asked for. */
  static List<String> texts() {
    return Arrays.stream(values()).map(AnswerFormat::text).toList();
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static ParameterException unknown(String value) {
    String message = PARAMETER + ": one of " + String.join(", ", texts());
    String suggestion = Spelling.meant(value, texts());
    return new ParameterException(
        List.of(new ParameterException.Problem(PARAMETER, value, message, suggestion)));
  }
}
