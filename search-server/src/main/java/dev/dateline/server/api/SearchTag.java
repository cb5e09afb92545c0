package dev.dateline.server.api;

import dev.dateline.index.Commit;
import dev.dateline.index.Filter;
import dev.dateline.index.Order;
import dev.dateline.index.SearchRequest;
import dev.dateline.server.http.EntityTag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The tag of the answer to a search: of what was asked, of which commit, as of when. Most answers
 * are as of this minute. Those in the order of dates say the same in the next, so that a reader of
 * news that asks every quarter of an hour is told that there is none, unless an age or an embargo
 * makes the minute matter.
 */
final class SearchTag {

  private SearchTag() {}

  /**
   * The tag of an answer.
   *
   * @param now the clock's time, or a moment before it
   */
  static EntityTag of(SearchRequest request, Commit commit, Instant now) {
    boolean changesByItself =
        !commit.settled() || (request.asOf() == null && dependsOnAge(request));
    Instant minute = changesByItself ? now.truncatedTo(ChronoUnit.MINUTES) : Instant.EPOCH;
    return EntityTag.of(
        request, commit.generation(), commit.version(), String.valueOf(commit.at()), minute);
  }

  private static boolean dependsOnAge(SearchRequest request) {
    return request.effectiveOrder() == Order.RELEVANCE
        || request.timeline() != null
        || request.query().contains("when:")
        || request.filters().stream().anyMatch(Filter.Within.class::isInstance);
  }
}
