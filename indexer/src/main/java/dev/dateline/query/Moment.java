package dev.dateline.query;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A point in time as a query names it. What it is depends on the zone and on the instant from which
 * age is counted, which are the request's. Its string is how it is typed.
 */
public sealed interface Moment {

  /** The start of a day. */
  record Day(LocalDate date) implements Moment {
    @Override
    public String toString() {
      return date.toString();
    }
  }

  /** The start of today or yesterday. */
  enum Recent implements Moment {
    TODAY,
    YESTERDAY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** So long ago. */
  record Ago(Duration age) implements Moment {
    @Override
    public String toString() {
      return Ages.format(age);
    }
  }
}
