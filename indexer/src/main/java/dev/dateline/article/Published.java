package dev.dateline.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * When an article was published, as precisely as it is known. A bare date stays a date: no midnight
 * is invented.
 *
 * @param at the instant; for {@link Precision#DAY} the start of that day in UTC, which is what
 *     orders and filters use
 * @param precision how much of {@code at} is known
 */
public record Published(Instant at, Precision precision) {

  /** How much of a date is known. */
  public enum Precision {
    DAY,
    INSTANT
  }

  public Published {
    if (precision == Precision.DAY
        && !day(at).atStartOfDay(ZoneOffset.UTC).toInstant().equals(at)) {
      throw new IllegalArgumentException(
          "a date that is known to the day starts at 00:00 UTC, not at " + at);
    }
  }

  public static Published on(LocalDate day) {
    return new Published(day.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.DAY);
  }

  public static Published at(Instant instant) {
    return new Published(instant, Precision.INSTANT);
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws DateTimeParseException if the text is neither {@code 2026-11-22} nor {@code
   *     2026-11-22T08:00:00Z}
   */
  public static Published parse(String text) {
    return text.contains("T") ? at(IsoSeconds.parse(text)) : on(LocalDate.parse(text));
  }

  /**
   * The ISO 8601 form: {@code 2026-11-22} where the day is known, else {@code
   * 2026-11-22T08:00:00Z}.
   */
  @Override
  public String toString() {
    return precision == Precision.DAY ? day(at).toString() : IsoSeconds.format(at);
  }

  /** The day; of an instant, the day in UTC. */
  public LocalDate day() {
    return day(at);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
