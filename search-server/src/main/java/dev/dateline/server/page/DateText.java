package dev.dateline.server.page;

import dev.dateline.article.Published;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date, as precise as it is known.
 *
 * @param machine as browsers read it, such as {@code 2026-11-22}
 * @param human as people read it, such as "22 November 2026, 08:00 UTC"
 */
public record DateText(String machine, String human) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  static @Nullable DateText of(@Nullable Published published, ZoneId zone) {
    if (published == null) {
      return null;
    }
    return switch (published.precision()) {
      case DAY ->
          new DateText(published.toString(), DAY.format(published.at().atZone(ZoneOffset.UTC)));
      case INSTANT -> of(published.at(), zone);
    };
  }

  static DateText of(Instant instant, ZoneId zone) {
    ZonedDateTime there = instant.atZone(zone);
    String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return new DateText(instant.toString(), MINUTE.format(there) + " " + name);
  }
}
