package dev.dateline.index;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * When the articles of an answer were published: all articles that the total counts, each of them
 * once, in an interval or among the undated.
 *
 * @param interval how long each interval is, never {@link Interval#AUTO}
 * @param counts the intervals, oldest first, without gaps: from the first article, or the start
 *     that was asked for if that is earlier, to the last article, or the end that was asked for if
 *     that is later
 * @param undated how many articles are in no interval: undated, or dated outside of the years
 *     {@value #FIRST_YEAR} to {@value #LAST_YEAR}
 */
public record Timeline(Interval interval, List<Count> counts, long undated) {

  /**
   * How many intervals a timeline has, at most; where those that are asked for would be more, the
   * next longer ones take their place, and the answer has a warning.
   */
  public static final int MAX_INTERVALS = 2_000;

  /** How many intervals {@link Interval#AUTO} gives, at most, but for years. */
  public static final int MAX_AT_A_GLANCE = 72;

  /** The first year that is shown. */
  public static final int FIRST_YEAR = 1000;

  /** The last year that is shown. */
  public static final int LAST_YEAR = 2999;

  public Timeline {
    counts = List.copyOf(counts);
  }

  /**
   * An interval. It ends where the next one starts.
   *
   * @param from its first instant, with the offset of the request's zone at that time
   * @param articles how many articles were published in it; an article of which only the day is
   *     known at the start of that day, whatever the zone
   */
  public record Count(OffsetDateTime from, long articles) {}
}
