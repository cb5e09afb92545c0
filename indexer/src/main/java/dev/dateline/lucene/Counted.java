package dev.dateline.lucene;

import dev.dateline.index.Explanation;
import dev.dateline.index.FacetValue;
import dev.dateline.index.Interval;
import dev.dateline.index.Timeline;
import dev.dateline.query.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of the articles that a search finds, as far as it was asked for.
 *
 * @param total how many there are
 * @param facets the values of attributes
 * @param timeline when they were published, or null
 * @param explanation what each part of the query finds, or null
 */
record Counted(
    OptionalLong total,
    Map<Attribute, List<FacetValue>> facets,
    @Nullable Timeline timeline,
    @Nullable Explanation explanation) {

  /** What is told of a search that was stopped: its counts are of some of the articles only. */
  static final Counted NOTHING = new Counted(OptionalLong.empty(), Map.of(), null, null);

  /** That intervals are longer than those that were asked for, if they are. */
  Optional<String> warning(@Nullable Interval wish) {
    return timeline == null || wish == null || wish == Interval.AUTO || wish == timeline.interval()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ENGLISH,
                "A timeline by the %s would have more than %,d intervals; this one is by the %s.",
                wish.text(),
                Timeline.MAX_INTERVALS,
                timeline.interval().text()));
  }
}
