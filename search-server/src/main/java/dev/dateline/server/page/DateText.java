package dev.dateline.server.page;

import dev.dateline.article.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date, as precise as it is known.
 *
 * @param machine as browsers read it, such as {@code 2026-11-22}
 * @param human as people say it: "3 h ago" where that is near, else "22 November 2026"
 * @param exact all that is known of it, such as "22 November 2026, 08:00 UTC"
 */
public record DateText(String machine, String human, String exact) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  /** Up to so many days ago people count them. */
  private static final int COUNTED_DAYS = 6;

  /** The date as it is written where it stands for itself. */
  static @Nullable DateText of(@Nullable Published published, ZoneId zone) {
    if (published == null) {
      return null;
    }
    return switch (published.precision()) {
      case DAY -> {
        String day = DAY.format(published.day());
        yield new DateText(published.toString(), day, day);
      }
      case INSTANT -> of(published.at(), zone);
    };
  }

  static DateText of(Instant instant, ZoneId zone) {
    String text = exact(instant, zone);
    return new DateText(instant.toString(), text, text);
  }

  /**
   * A date as it stands in a parameter, such as {@code 2026-11-22}; what is none stays as it is.
   */
  static String ofParameter(String value) {
    try {
      return DAY.format(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  /** The date as it is said at another time. */
  static @Nullable DateText seenFrom(Instant now, @Nullable Published published, ZoneId zone) {
    DateText date = of(published, zone);
    if (date == null || published == null) {
      return null;
    }
    Duration age = Duration.between(published.at(), now);
    boolean day = published.precision() == Published.Precision.DAY;
    LocalDate then = day ? published.day() : LocalDate.ofInstant(published.at(), zone);
    long days = ChronoUnit.DAYS.between(then, LocalDate.ofInstant(now, zone));
    if (days < 0 || age.isNegative()) {
      return date;
    }
    String human = !day && age.toHours() < 24 ? hours(age) : days(days, then);
    return new DateText(date.machine, human, date.exact);
  }

  private static String hours(Duration age) {
    if (age.toMinutes() < 1) {
      return "just now";
    }
    return age.toHours() < 1 ? age.toMinutes() + " min ago" : age.toHours() + " h ago";
  }

  private static String days(long days, LocalDate then) {
    if (days == 0) {
      return "today";
    }
    if (days == 1) {
      return "yesterday";
    }
    return days <= COUNTED_DAYS ? days + " days ago" : DAY.format(then);
  }

  private static String exact(Instant instant, ZoneId zone) {
    ZonedDateTime there = instant.atZone(zone);
    String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return MINUTE.format(there) + " " + name;
  }
}
