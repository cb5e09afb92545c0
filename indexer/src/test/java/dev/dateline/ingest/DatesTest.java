package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.dateline.ingest.reader.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are understood as documents write them, and none is invented. */
class DatesTest {

  private final Dates dates =
      new Dates(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-22 | 2026-11-22",
        "2026/11/22 | 2026-11-22",
        "2026-1-5 | 2026-01-05",
        "20261122 | 2026-11-22",
        "November 5, 2026 | 2026-11-05",
        "22 Nov 2026 | 2026-11-22",
        "2026-11-22T08:00:00Z | 2026-11-22T08:00:00Z",
        "2026-11-22T08:00:00.25+01:00 | 2026-11-22T07:00:00.250Z",
        "2026-11-22T08:00:00-0530 | 2026-11-22T13:30:00Z",
        "2026-11-22 08:00:00 +02 | 2026-11-22T06:00:00Z",
        "2026-11-22T08:00Z | 2026-11-22T08:00:00Z",
        "2026-11-22 08:00:00 UTC | 2026-11-22T08:00:00Z",
        "2026-11-22T08:00:00+01:00[Europe/Berlin] | 2026-11-22T07:00:00Z",
        "20261122T080000Z | 2026-11-22T08:00:00Z",
        "20261122080000Z | 2026-11-22T08:00:00Z",
        "'Sun, 22 Nov 2026 08:00:00 GMT' | 2026-11-22T08:00:00Z",
        "'Sun, 22 Nov 26 08:00 EST' | 2026-11-22T13:00:00Z",
        "'Sat, 01 Feb 86 08:00:00 +0000' | 1986-02-01T08:00:00Z",
        "'Sun,22 Nov 2026 08:00:00 +0100 (CET)' | 2026-11-22T07:00:00Z",
        "'Sunday, 22-Nov-26 08:00:00 GMT' | 2026-11-22T08:00:00Z",
        "'Sun, 22 November 2026 8:00 PM CEST' | 2026-11-22T18:00:00Z",
        "'Sun Nov  1 08:00:00 GMT 2026' | 2026-11-01T08:00:00Z",
        "'Nov. 22nd, 2026 at 12:30 a.m. EST' | 2026-11-22T05:30:00Z",
        "22nd November 2026 | 2026-11-22",
        "1795334400 | 2026-11-22T08:00:00Z",
        "1795334400123 | 2026-11-22T08:00:00.123Z",
        "1795334400.5 | 2026-11-22T08:00:00Z",
        "1.7953344005E9 | 2026-11-22T08:00:00Z",
        "' 2026-11-22 ' | 2026-11-22",
        "2026-11-22T08:00:00+0100 | 2026-11-22T07:00:00Z",
        "22 de noviembre de 2026 | 2026-11-22",
        "'domingo, 22 de novembro de 2026' | 2026-11-22",
        "22. November 2026 | 2026-11-22",
        "1. März 2026 | 2026-03-01",
        "1er août 2026 | 2026-08-01",
        "Publié le 22 nov. 2026 | 2026-11-22",
        "22 maart 2026 | 2026-03-22",
        "22 maggio 2026 | 2026-05-22",
        "22 ноября 2026 | 2026-11-22",
        "2026年11月22日 | 2026-11-22",
        "22.11.2026 | 2026-11-22",
        "22/11/2026 | 2026-11-22",
        "11/22/2026 | 2026-11-22",
        "'Published 8:00 a.m. EST Nov. 22, 2026' | 2026-11-22T13:00:00Z",
        "'Posted on November 22, 2026' | 2026-11-22",
        "'Nov 22, 2026, 8 a.m. ET' | 2026-11-22T13:00:00Z",
        "'July 2, 2026, 8 a.m. ET' | 2026-07-02T12:00:00Z",
        "'10:30 GMT, 20 November 2026' | 2026-11-20T10:30:00Z",
        "'22.11.2026, 08:00 Uhr MEZ' | 2026-11-22T07:00:00Z",
        "Sun 22 Nov 2026 09.30 GMT | 2026-11-22T09:30:00Z",
      })
  void aDateIsReadAsPreciselyAsItIsWritten(String text, String expected) {
    Dates.Reading reading = dates.read(text);
    assertEquals(expected, String.valueOf(reading.date()));
    assertNull(reading.note());
  }

  @Test
  void aTimeWithoutAZoneIsTakenAsUtcAndNoted() {
    Dates.Reading reading = dates.read("2026-11-22 08:00:00");
    assertEquals("2026-11-22T08:00:00Z", Objects.toString(reading.date()));
    assertEquals("has no time zone: taken as UTC", reading.note());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2026-13-01",
        "2026-11-22T25:00:00Z",
        "2026-11-22T08:00:00 NOWHERE",
        "22 Nov 2026 13:00 PM GMT",
        "22 Nov 2026 08:00:00 IST",
        "2026-11-22T08:00:00 XYZ",
        "2026-11-22T08:00:00+99:00",
        "Sun, 22 Foo 2026 08:00:00 GMT",
        "20261399",
        "2026",
        "2026-11",
        "yesterday",
        "12345678901234567890",
        "-1",
        "NaN",
        "1987-03-31T605:12:19Z",
        "03/04/2026",
        "3 hours ago",
        "November 2026",
        "22 jui 2026",
        "2026-11-22T8",
        "Updated November 22, 2026",
      })
  void whatIsNoDateIsNotUnderstood(String text) {
    Dates.Reading reading = dates.readPast(text);
    assertNull(reading.date());
    assertNotNull(reading.note());
  }

  @Test
  void aDateMoreThanADayAheadIsNotBelieved() {
    assertNotNull(dates.readPast("2026-11-23T12:00:00Z").date());
    assertNull(dates.readPast("2026-11-23T12:00:01Z").date());
    assertNotNull(dates.readPast("2026-11-23").date());
    assertNull(dates.readPast("2026-11-24").date());
  }

  @Test
  void theLanguageTellsWhetherTheDayOrTheMonthIsFirst() {
    assertEquals("2026-04-03", Objects.toString(dates.readPast("03/04/2026", "en-gb").date()));
    assertEquals("2026-04-03", Objects.toString(dates.readPast("03/04/2026", "fr").date()));
    assertEquals("2026-03-04", Objects.toString(dates.readPast("03/04/2026", "en-us").date()));
    assertNull(dates.readPast("03/04/2026", "en").date());
  }
}
