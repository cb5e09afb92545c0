package dev.dateline.benchmarks.corpus;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * When the news is published: over three years, about half as much on a day of the weekend as on
 * another, and mostly in daytime.
 */
final class Rhythm {

  static final Instant START = Instant.parse("2023-11-01T00:00:00Z");
  static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

  private static final int DAYS = 3 * 365 + 1;

  /** Articles an hour of the day, of a thousand a day. */
  private static final int[] HOURS = {
    13, 10, 9, 10, 17, 30, 47, 58, 64, 67, 66, 63, 62, 63, 65, 64, 61, 54, 46, 39, 32, 26, 20, 14
  };

  private Rhythm() {}

  static Instant anyTime(Random random) {
    LocalDate first = LocalDate.ofInstant(START, ZoneOffset.UTC);
    LocalDate day = first.plusDays(random.nextInt(DAYS));
    while (quiet(day) && random.nextBoolean()) {
      day = first.plusDays(random.nextInt(DAYS));
    }
    return timeOn(day, random);
  }

  /** A time on the day of {@code time}; from a weekend it may move on by two days. */
  static Instant near(Instant time, Random random) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    boolean moves = quiet(day) && random.nextBoolean();
    return timeOn(moves ? day.plusDays(2) : day, random);
  }

  private static boolean quiet(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static Instant timeOn(LocalDate day, Random random) {
    int point = random.nextInt(1_000);
    int hour = 0;
    while (point >= HOURS[hour]) {
      point -= HOURS[hour++];
    }
    return day.atTime(hour, random.nextInt(60), random.nextInt(60)).toInstant(ZoneOffset.UTC);
  }
}
