package dev.dateline.index;

import dev.dateline.query.Ages;
import dev.dateline.query.Attribute;
import dev.dateline.query.Spelling;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of parameters. */
final class ParameterValues {

  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s)");
  private static final Pattern OFFSET_WITHOUT_PLUS = Pattern.compile("(^| )(?=\\d\\d:\\d\\d$)");

  private ParameterValues() {}

  /** A value that cannot be understood, with one that may have been meant. */
  static final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final @Nullable String suggestion;

    BadValue(String message, @Nullable String suggestion) {
      super(message);
      this.suggestion = suggestion;
    }

    @Nullable String suggestion() {
      return suggestion;
    }
  }

  static ZoneId zone(String value) {
    try {
      return ZoneId.of(plusForBlank(value));
    } catch (DateTimeException e) {
      throw new BadValue("not a zone, such as Europe/Berlin or +02:00", null);
    }
  }

  /** A time in milliseconds or seconds. */
  static Duration timeout(String value) {
    Matcher time = TIME.matcher(value);
    if (time.matches()) {
      long count = Long.parseLong(time.group(1));
      Duration timeout =
          time.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
      if (count > 0 && timeout.compareTo(SearchRequest.MAX_TIMEOUT) <= 0) {
        return timeout;
      }
    }
    throw new BadValue("not a time from 1ms to 60s", "10s");
  }

  static Instant startOf(String value, ZoneId zone) {
    return moment(value, zone, 0);
  }

  static Instant endOf(String value, ZoneId zone) {
    return moment(value, zone, 1);
  }

  /** The instant that the text names, or the start of the day that it names, so many days later. */
  private static Instant moment(String value, ZoneId zone, int daysLater) {
    try {
      if (value.length() == "2026-11-22".length()) {
        return LocalDate.parse(value).plusDays(daysLater).atStartOfDay(zone).toInstant();
      }
      if (Character.isDigit(value.charAt(0))) {
        return OffsetDateTime.parse(plusForBlank(value)).toInstant();
      }
    } catch (DateTimeException e) {
      throw noMoment();
    }
    throw noMoment();
  }

  /** In an address a plus means a blank, and people write the plus of an offset there as it is. */
  private static String plusForBlank(String value) {
    return OFFSET_WITHOUT_PLUS.matcher(value).replaceFirst("+");
  }

  private static BadValue noMoment() {
    return new BadValue(
        "neither a date, as 2026-11-22, nor an instant, as 2026-11-22T08:00:00Z", null);
  }

  static Order order(String value) {
    return switch (value) {
      case "relevancy" -> Order.RELEVANCE;
      case "publishedAt" -> Order.NEWEST;
      default -> choice(value, Order.values());
    };
  }

  static Recency recency(String value) {
    return switch (value) {
      case "auto" -> Recency.AUTO;
      case "off" -> Recency.OFF;
      default ->
          Ages.parse(value)
              .<Recency>map(Recency.HalfLife::new)
              .orElseThrow(
                  () -> new BadValue("neither auto, nor off, nor a half-life such as 7d", "auto"));
    };
  }

  static int whole(String value, int most) {
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new BadValue("a whole number from 1 to " + most, null);
    }
    if (number < 1 || number > most) {
      throw new BadValue("from 1 to " + most, Integer.toString(Math.clamp(number, 1, most)));
    }
    return number;
  }

  static boolean flag(String value, String yes, String no) {
    if (value.equals(yes) || value.equals(no)) {
      return value.equals(yes);
    }
    throw new BadValue("one of " + yes + ", " + no, Spelling.nearest(value, List.of(yes, no)));
  }

  static <E extends Enum<E>> E choice(String value, E[] values) {
    return choice(value, values, each -> each.name().toLowerCase(Locale.ROOT));
  }

  static Attribute attribute(String value) {
    return choice(value, Attribute.values(), Attribute::label);
  }

  private static <T> T choice(String value, T[] values, Function<T, String> label) {
    for (T each : values) {
      if (label.apply(each).equals(value)) {
        return each;
      }
    }
    Collection<String> choices = Arrays.stream(values).map(label).toList();
    throw new BadValue("one of " + String.join(", ", choices), Spelling.meant(value, choices));
  }
}
