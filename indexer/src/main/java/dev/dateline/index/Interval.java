package dev.dateline.index;

import java.util.Locale;

/** How long each interval of a {@link Timeline} is, by the calendar of a zone. */
public enum Interval {
  /**
   * The finest that gives at most {@value Timeline#MAX_AT_A_GLANCE} intervals, and no hours where
   * of some article only the day is known.
   */
  AUTO,
  HOUR,
  DAY,
  /** From Monday on, as ISO 8601 has it. */
  WEEK,
  MONTH,
  YEAR;

  /** The name in the API: {@code day} in {@code timeline=day}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
