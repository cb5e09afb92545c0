package dev.dateline.ingest.reader;

import dev.dateline.article.Published;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as documents write them, and invents nothing: {@code 2026-11-22}, {@code
 * 2026-11-22T08:00:00+01:00}, {@code 2026-11-22 08:00}, {@code 20261122T080000Z}, {@code Sun, 22
 * Nov 2026 08:00:00 EST}, {@code Sun Nov 22 08:00:00 2026}, {@code November 22, 2026 8:00 PM},
 * {@code Published 8:00 a.m. ET Nov. 22, 2026}, {@code 22 de noviembre de 2026}, {@code 22.11.2026,
 * 08:00 Uhr}, {@code 2026年11月22日}, and seconds or milliseconds since 1970. The names of months are
 * understood in a dozen languages, see {@code Months}. Of {@code 03/04/2026} the order is known
 * only with the language; words such as {@code 3 hours ago} are no date. Safe for use by several
 * threads.
 */
public final class Dates {

  /** How far ahead of the clock a date may be: clocks and zones are set wrongly. */
  private static final Duration AHEAD = Duration.ofHours(24);

  /** Before 1973 a number of seconds is more likely to be something else, such as a year. */
  private static final Pattern EPOCH =
      Pattern.compile("\\d{9,13}(?:\\.\\d{1,9})?|\\d\\.\\d{1,17}E(?:9|1[0-2])");

  private static final long LARGEST_SECONDS = 99_999_999_999L;

  /** The longest text that is looked at, in characters. */
  private static final int LONGEST = 150;

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private final Clock clock;

  public Dates(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a text says of a date.
   *
   * @param date the date, or null if the text was not understood or not believed
   * @param note what a reader of the article should know, such as why there is no date; to follow
   *     the name of the field
   */
  public record Reading(@Nullable Published date, @Nullable String note) {

    private static Reading of(Published date) {
      return new Reading(date, null);
    }
  }

  /** Reads when something was done, so that a date well ahead of now is not believed. */
  public Reading readPast(String text) {
    return readPast(text, null);
  }

  /**
   * Reads when something was done, so that a date well ahead of now is not believed.
   *
   * @param language the language of the text as a tag such as {@code en-us}, or null: it tells
   *     whether the month or the day is written first
   */
  public Reading readPast(String text, @Nullable String language) {
    Reading reading = read(text, language);
    Published date = reading.date();
    return date != null && date.at().isAfter(clock.instant().plus(AHEAD))
        ? new Reading(
            null, "\"" + Texts.start(text) + "\" lies more than a day ahead: not believed")
        : reading;
  }

  /** Reads a date of any time. */
  public Reading read(String text) {
    return read(text, null);
  }

  private static Reading read(String text, @Nullable String language) {
    String date =
        text.length() > LONGEST
            ? ""
            : DateForms.withoutLabel(SPACE.matcher(text).replaceAll(" ").strip());
    for (Pattern form : DateForms.all()) {
      Matcher matcher = form.matcher(date);
      if (matcher.matches()) {
        try {
          return reading(matcher, language);
        } catch (DateTimeException impossible) {
          // 30 February, 25 o'clock, or a word that is no month or zone: perhaps another form.
        }
      }
    }
    return EPOCH.matcher(date).matches()
        ? Reading.of(Published.at(sinceEpoch(new BigDecimal(date).longValue())))
        : new Reading(null, "\"" + Texts.start(text) + "\" is not understood as a date");
  }

  private static Reading reading(Matcher matcher, @Nullable String language) {
    LocalDate day =
        matcher.namedGroups().containsKey("one")
            ? dayOfNumbers(matcher, language)
            : LocalDate.of(
                year(matcher.group("year")),
                month(matcher.group("month")),
                Integer.parseInt(matcher.group("day")));
    if (matcher.group("hour") == null) {
      return Reading.of(Published.on(day));
    }
    String zone = matcher.group("zone");
    ZoneId at = zone == null ? ZoneOffset.UTC : Zones.of(zone);
    Published date = Published.at(day.atTime(time(matcher)).atZone(at).toInstant());
    return new Reading(date, zone == null ? "has no time zone: taken as UTC" : null);
  }

  /** The day of two numbers and a year, if it is certain which of them is the month. */
  private static LocalDate dayOfNumbers(Matcher matcher, @Nullable String language) {
    int one = Integer.parseInt(matcher.group("one"));
    int two = Integer.parseInt(matcher.group("two"));
    int year = year(matcher.group("year"));
    boolean dayFirst = matcher.group("mark").equals(".") || writesDayFirst(language);
    if (one > 12 || (dayFirst && two <= 12) || one == two) {
      return LocalDate.of(year, two, one);
    }
    if (two > 12 || "en-us".equals(language)) {
      return LocalDate.of(year, one, two);
    }
    throw new DateTimeException("day or month first?");
  }

  /** In English it depends on the country, which most pages do not tell. */
  private static boolean writesDayFirst(@Nullable String language) {
    return language != null
        && language.matches("(?:es|fr|de|pt|it|nl|pl|ru|cs|da|en-(?:gb|au|ie|nz|in))(?:-.*)?");
  }

  private static LocalTime time(Matcher matcher) {
    String minute = matcher.group("minute");
    String second = matcher.group("second");
    String fraction = matcher.group("fraction");
    return LocalTime.of(
        hour(Integer.parseInt(matcher.group("hour")), matcher.group("half")),
        minute == null ? 0 : Integer.parseInt(minute),
        second == null ? 0 : Integer.parseInt(second),
        fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
  }

  /** The hour of the day, of one that may be counted in halves of the day. */
  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of half a day: " + hour);
    }
    return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
  }

  /** Two digits mean 1950 to 2049, as RFC 2822 has it. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year + (year < 50 ? 2000 : 1900);
  }

  private static int month(String text) {
    return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : Months.number(text);
  }

  private static Instant sinceEpoch(long number) {
    return number <= LARGEST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
  }
}
