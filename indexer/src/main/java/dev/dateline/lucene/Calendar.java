package dev.dateline.lucene;

import dev.dateline.index.Interval;
import dev.dateline.index.Timeline;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Where the intervals of a timeline begin in a zone. */
record Calendar(ZoneId zone) {

  /**
   * The intervals for a span: those that are asked for, or longer ones where they are too many.
   *
   * @param daysOnly whether of some article only the day is known
   */
  Interval choose(Interval asked, Instant first, Instant last, boolean daysOnly) {
    boolean automatic = asked == Interval.AUTO;
    int most = automatic ? Timeline.MAX_AT_A_GLANCE : Timeline.MAX_INTERVALS;
    Interval finest = automatic ? (daysOnly ? Interval.DAY : Interval.HOUR) : asked;
    return EnumSet.range(finest, Interval.YEAR).stream()
        .filter(interval -> count(interval, first, last) <= most)
        .findFirst()
        .orElse(Interval.YEAR);
  }

  private long count(Interval interval, Instant first, Instant last) {
    return unit(interval).between(start(interval, at(first)), start(interval, at(last))) + 1;
  }

  /** The starts of the intervals from the one that holds the first instant to that of the last. */
  List<ZonedDateTime> starts(Interval interval, Instant first, Instant last) {
    List<ZonedDateTime> starts = new ArrayList<>();
    ZonedDateTime start = start(interval, at(first));
    while (!start.toInstant().isAfter(last)) {
      starts.add(start);
      start = next(interval, start);
    }
    return starts;
  }

  private ZonedDateTime at(Instant instant) {
    return instant.atZone(zone);
  }

  private ZonedDateTime start(Interval interval, ZonedDateTime time) {
    LocalDate day = time.toLocalDate();
    return switch (interval) {
      case AUTO -> throw new IllegalArgumentException("an interval is chosen before it is used");
      case HOUR -> hour(time);
      case DAY -> midnight(day);
      case WEEK -> midnight(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> midnight(day.withDayOfMonth(1));
      case YEAR -> midnight(day.withDayOfYear(1));
    };
  }

  /** Clocks that are set forward within an hour may lose its start. */
  private static ZonedDateTime hour(ZonedDateTime time) {
    ZonedDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
    return hour.isAfter(time) ? time : hour;
  }

  private ZonedDateTime midnight(LocalDate day) {
    return day.atStartOfDay(zone);
  }

  /**
   * The start of the next interval. Where clocks are set back by half an hour, the hour at that
   * time would begin before this one does: it begins where the clocks are set.
   */
  private ZonedDateTime next(Interval interval, ZonedDateTime start) {
    ZonedDateTime later = start.plus(1, unit(interval));
    ZonedDateTime aligned = start(interval, later);
    return aligned.isAfter(start) ? aligned : later;
  }

  private static ChronoUnit unit(Interval interval) {
    return switch (interval) {
      case AUTO -> throw new IllegalArgumentException("an interval is chosen before it is used");
      case HOUR -> ChronoUnit.HOURS;
      case DAY -> ChronoUnit.DAYS;
      case WEEK -> ChronoUnit.WEEKS;
      case MONTH -> ChronoUnit.MONTHS;
      case YEAR -> ChronoUnit.YEARS;
    };
  }
}
