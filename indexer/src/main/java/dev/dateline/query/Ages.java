package dev.dateline.query;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ages as people write them: {@code 12h}, {@code 7d}, {@code 2w}; minutes {@code 30m}, years {@code
 * 1y} of 365 days.
 */
public final class Ages {

  private static final Pattern AGE = Pattern.compile("(\\d{1,9})([mhdwy])");

  /** Older than any article. */
  private static final Duration OLDEST = Duration.ofDays(365 * 10_000);

  private Ages() {}

  /**
   * The age that the text names, at least a minute and at most 10,000 years, or empty if it names
   * none.
   */
  public static Optional<Duration> parse(String text) {
    Matcher age = AGE.matcher(text);
    if (!age.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(age.group(1));
    Duration duration =
        switch (age.group(2)) {
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          case "d" -> Duration.ofDays(count);
          case "w" -> Duration.ofDays(7 * count);
          default -> Duration.ofDays(365 * count);
        };
    if (duration.isZero()) {
      return Optional.empty();
    }
    return Optional.of(duration.compareTo(OLDEST) < 0 ? duration : OLDEST);
  }

  /** A text that {@link #parse} reads as this age; seconds are dropped. */
  public static String format(Duration age) {
    if (age.toMinutes() % 60 != 0) {
      return age.toMinutes() + "m";
    }
    return age.toHours() % 24 == 0 ? age.toDays() + "d" : age.toHours() + "h";
  }
}
