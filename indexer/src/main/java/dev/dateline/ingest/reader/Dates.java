package dev.dateline.ingest.reader;

import dev.dateline.article.Published;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as documents write them, and invents nothing: {@code 2026-11-22}, {@code
 * 2026-11-22T08:00:00+01:00}, {@code 2026-11-22 08:00}, {@code 20261122T080000Z}, {@code Sun, 22
 * Nov 2026 08:00:00 EST}, {@code Sun Nov 22 08:00:00 2026}, {@code November 22, 2026 8:00 PM}, and
 * seconds or milliseconds since 1970.
 */
public final class Dates {

  /** How far ahead of the clock a date may be: clocks and zones are set wrongly. */
  private static final Duration AHEAD = Duration.ofHours(24);

  private static final String TIME =
      "(?<hour>\\d{2}|\\d(?=:)):?(?<minute>\\d{2})"
          + "(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
          + "(?:\\s*(?<half>[AP])\\.?M\\.?)?"
          + "\\s*(?<zone>[A-Z]{1,4}|(?:GMT|UTC)?[+-]\\d{2}(?::?\\d{2})?)?(?:\\[[^]]*])?"
          + "(?:\\s*\\([^()]{0,40}\\))?";

  private static final String WEEKDAY = "(?:[A-Z]{3,9}(?:,\\s*|\\.?,?\\s+))?";

  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";

  private static final List<Pattern> FORMS =
      List.of(
          form(
              "(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})"
                  + ("(?:(?:T|\\s+)" + TIME + ")?")),
          form(
              "(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})"
                  + ("(?:(?:T|\\s+)?" + TIME + ")?")),
          form(
              WEEKDAY
                  + DAY
                  + "(?:\\s+|-)(?<month>[A-Z]{3,9})(?:[.,]?\\s+|-)(?<year>\\d{4}|\\d{2})"
                  + ("(?:,?\\s+" + TIME + ")?")),
          form(
              WEEKDAY
                  + ("(?<month>[A-Z]{3,9})\\.?\\s+" + DAY + ",?\\s+(?<year>\\d{4})")
                  + ("(?:,?\\s+(?:at\\s+)?" + TIME + ")?")),
          form(
              WEEKDAY
                  + ("(?<month>[A-Z]{3,9})\\s+" + DAY + "\\s+" + TIME)
                  + "\\s+(?<year>\\d{4})"));

  /** Before 1973 a number of seconds is more likely to be something else, such as a year. */
  private static final Pattern EPOCH =
      Pattern.compile("\\d{9,13}(?:\\.\\d{1,9})?|\\d\\.\\d{1,17}E(?:9|1[0-2])");

  private static final long LARGEST_SECONDS = 99_999_999_999L;

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** The names of zones that RFC 822 defines, and others that mean one zone, in hours from UTC. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("akst", -9),
          Map.entry("akdt", -8),
          Map.entry("hst", -10),
          Map.entry("wet", 0),
          Map.entry("west", 1),
          Map.entry("bst", 1),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("eet", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("hkt", 8),
          Map.entry("sgt", 8),
          Map.entry("jst", 9),
          Map.entry("kst", 9),
          Map.entry("aest", 10),
          Map.entry("aedt", 11),
          Map.entry("nzst", 12),
          Map.entry("nzdt", 13));

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
    Reading reading = read(text);
    Published date = reading.date();
    return date != null && date.at().isAfter(clock.instant().plus(AHEAD))
        ? new Reading(
            null, "\"" + Texts.start(text) + "\" lies more than a day ahead: not believed")
        : reading;
  }

  /** Reads a date of any time. */
  public Reading read(String text) {
    String date = text.strip();
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(date);
      if (matcher.matches()) {
        try {
          return reading(matcher);
        } catch (DateTimeException impossible) {
          // 30 February, 25 o'clock, or a word that is no month or zone: perhaps another form.
        }
      }
    }
    return EPOCH.matcher(date).matches()
        ? Reading.of(Published.at(sinceEpoch(new BigDecimal(date).longValue())))
        : new Reading(null, "\"" + Texts.start(text) + "\" is not understood as a date");
  }

  private static Reading reading(Matcher matcher) {
    LocalDate day =
        LocalDate.of(
            year(matcher.group("year")),
            month(matcher.group("month")),
            Integer.parseInt(matcher.group("day")));
    if (matcher.group("hour") == null) {
      return Reading.of(Published.on(day));
    }
    String zone = matcher.group("zone");
    Instant at = day.atTime(time(matcher)).toInstant(zone == null ? ZoneOffset.UTC : offset(zone));
    return new Reading(Published.at(at), zone == null ? "has no time zone: taken as UTC" : null);
  }

  private static LocalTime time(Matcher matcher) {
    String second = matcher.group("second");
    String fraction = matcher.group("fraction");
    return LocalTime.of(
        hour(Integer.parseInt(matcher.group("hour")), matcher.group("half")),
        Integer.parseInt(matcher.group("minute")),
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
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int at = MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
    if (at % 3 != 0) {
      throw new DateTimeException("no month: " + text);
    }
    return at / 3 + 1;
  }

  private static ZoneOffset offset(String zone) {
    Integer hours = ZONES.get(zone.toLowerCase(Locale.ROOT));
    if (hours != null) {
      return ZoneOffset.ofHours(hours);
    }
    return ZoneOffset.of(zone.replaceFirst("^[A-Za-z]+", ""));
  }

  private static Instant sinceEpoch(long number) {
    return number <= LARGEST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
  }

  private static Pattern form(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
