package dev.dateline.server.metrics;

import dev.dateline.index.SearchRequest;
import dev.dateline.index.Stage;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of searches that took long, which says where the time went:
 *
 * <pre>{@code
 * slow search: 812 ms (waited 20, find 500, count 200, show 60, rest 32), 12345 articles, /v1/search,
 *   "rain OR snow", page 1 of 20, facets [source], request 3f…
 * }</pre>
 *
 * @param from how long a search takes that is logged, or null for none
 */
public record SlowSearches(@Nullable Duration from) {

  private static final Logger LOG = Logger.getLogger(SlowSearches.class.getName());
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** What JSON leaves as it is, and a terminal acts upon. */
  private static final Pattern UNSEEN = Pattern.compile("[\\x7f-\\x9f\\p{Cf}\\u2028\\u2029]");

  /** More of a query says no more. */
  private static final int LONGEST_QUERY = 500;

  /** Logs a request if it was a search, and slow. */
  public void note(Trace trace, Duration took) {
    Trace.Searched searched = trace.searched();
    if (from != null && searched != null && took.compareTo(from) >= 0) {
      LOG.warning(() -> line(trace, searched, took));
    }
  }

  static String line(Trace trace, Trace.Searched searched, Duration took) {
    Map<Stage, Duration> stages = searched.result().stages();
    StringBuilder parts = new StringBuilder("waited " + trace.waited().toMillis());
    Duration rest = took.minus(trace.waited());
    for (Stage stage : Stage.values()) {
      Duration time = stages.getOrDefault(stage, Duration.ZERO);
      rest = rest.minus(time);
      parts.append(", " + stage.name().toLowerCase(Locale.ROOT) + " " + time.toMillis());
    }
    SearchRequest request = searched.request();
    OptionalLong total = searched.result().total();
    return String.format(
        Locale.ROOT,
        "slow search: %d ms (%s, rest %d), %s articles, %s, %s, page %d of %d, facets %s,"
            + " timeline %s, request %s",
        took.toMillis(),
        parts,
        rest.toMillis(),
        total.isPresent() ? total.getAsLong() : "uncounted",
        trace.route(),
        quoted(request.query()),
        request.page(),
        request.pageSize(),
        request.facets(),
        request.timeline(),
        trace.id());
  }

  /** In one line, whatever is in it. */
  private static String quoted(String query) {
    String start = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
    return MAPPER.writeValueAsString(UNSEEN.matcher(start).replaceAll("?"));
  }
}
