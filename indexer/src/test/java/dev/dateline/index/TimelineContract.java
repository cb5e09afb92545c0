package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Published;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every backend promises this of the intervals that it counts by. */
public abstract class TimelineContract extends ArticleIndexContract {

  private static ArticleBuilder at(String id, String instant) {
    return article(id).published(Instant.parse(instant));
  }

  private static ArticleBuilder on(String id, String day) {
    return article(id).published(Published.on(LocalDate.parse(day)));
  }

  private static SearchRequest.Builder by(Interval interval, String zone) {
    return SearchRequest.builder().timeline(interval).zone(ZoneId.of(zone));
  }

  private static Filter published(String from, String until) {
    return new Filter.Published(Instant.parse(from), Instant.parse(until));
  }

  private Timeline timeline(SearchRequest.Builder request) throws IOException {
    return Objects.requireNonNull(search(request).timeline());
  }

  /** The days on which intervals start, and their counts, as {@code "2026-11-01 2"}. */
  private List<String> days(SearchRequest.Builder request) throws IOException {
    return timeline(request).counts().stream()
        .map(count -> count.from().toLocalDate() + " " + count.articles())
        .toList();
  }

  /** The hours at which intervals start, and their counts. */
  private List<String> hours(SearchRequest.Builder request) throws IOException {
    return timeline(request).counts().stream()
        .map(count -> count.from() + " " + count.articles())
        .toList();
  }

  @Test
  void emptyIntervalsAreThereBetweenTheFirstArticleAndTheLast() throws IOException {
    add(
        at("a", "2026-01-31T12:00:00Z"),
        at("b", "2026-04-01T00:00:00Z"),
        at("c", "2026-04-30T23:59:59Z"));
    assertEquals(
        List.of("2026-01-01 1", "2026-02-01 0", "2026-03-01 0", "2026-04-01 2"),
        days(by(Interval.MONTH, "UTC")));
    assertEquals(List.of("2026-01-01 3"), days(by(Interval.YEAR, "UTC")));
    assertNull(search(SearchRequest.builder()).timeline());
  }

  @Test
  void whatIsNotDatedIsSaidToBeSoAndAddsUpToTheTotal() throws IOException {
    add(
        at("a", "2026-01-31T12:00:00Z"),
        article("b").published((Published) null),
        at("c", "0900-01-01T00:00:00Z"),
        article("d").published(Instant.MAX));
    Timeline timeline = timeline(by(Interval.DAY, "UTC"));
    assertEquals(3, timeline.undated());
    assertEquals(1, timeline.counts().getFirst().articles());
    add(at("e", "1000-01-01T00:00:00Z"), at("f", "2999-12-31T23:59:59Z"));
    timeline = timeline(by(Interval.AUTO, "UTC"));
    assertEquals(Interval.YEAR, timeline.interval());
    assertEquals(2_000, timeline.counts().size());
    assertEquals(3, timeline.undated());
  }

  @Test
  void weeksBeginOnMonday() throws IOException {
    add(at("sunday", "2026-01-04T23:00:00Z"), at("monday", "2026-01-05T00:00:00Z"));
    assertEquals(List.of("2025-12-29 1", "2026-01-05 1"), days(by(Interval.WEEK, "UTC")));
    assertEquals(List.of("2026-01-05 2"), days(by(Interval.WEEK, "Europe/Berlin")));
  }

  @Test
  void hoursAreThoseOfTheClocksOfTheZone() throws IOException {
    add(at("a", "2026-10-24T23:30:00Z"), at("b", "2026-10-25T01:59:59Z"));
    assertEquals(
        List.of("2026-10-25T01:00+02:00 1", "2026-10-25T02:00+02:00 0", "2026-10-25T02:00+01:00 1"),
        hours(by(Interval.HOUR, "Europe/Berlin")));
    add(at("c", "2026-03-29T00:30:00Z"), at("d", "2026-03-29T01:30:00Z"));
    assertEquals(
        List.of("2026-03-29T01:00+01:00 1", "2026-03-29T03:00+02:00 1"),
        hours(
            by(Interval.HOUR, "Europe/Berlin")
                .filter(published("2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z"))));
  }

  @Test
  void clocksThatAreSetByHalfAnHourMakeAShortHour() throws IOException {
    add(at("a", "2026-04-04T14:30:00Z"), at("b", "2026-04-04T15:15:00Z"));
    assertEquals(
        List.of("2026-04-05T01:00+11:00 1", "2026-04-05T01:30+10:30 1"),
        hours(by(Interval.HOUR, "Australia/Lord_Howe")));
  }

  @Test
  void aDayBeginsWhereItsClocksBegin() throws IOException {
    add(at("a", "2018-11-04T02:59:59Z"), at("b", "2018-11-04T03:00:00Z"));
    assertEquals(
        List.of("2018-11-03T00:00-03:00 1", "2018-11-04T01:00-02:00 1"),
        hours(by(Interval.DAY, "America/Sao_Paulo")));
    assertEquals(List.of("2018-11-01 2"), days(by(Interval.MONTH, "America/Sao_Paulo")));
  }

  @Test
  void aDayIsThatDayInEveryZone() throws IOException {
    add(on("day", "2026-05-31"), at("instant", "2026-05-31T02:00:00Z"));
    for (String zone : List.of("Pacific/Kiritimati", "UTC", "America/New_York")) {
      Timeline timeline = timeline(by(Interval.AUTO, zone));
      assertEquals(Interval.DAY, timeline.interval(), "no hour is invented");
    }
    assertEquals(
        List.of("2026-05-30 1", "2026-05-31 1"), days(by(Interval.DAY, "America/New_York")));
    assertEquals(List.of("2026-05-31 2"), days(by(Interval.DAY, "Pacific/Kiritimati")));
    assertEquals(
        List.of("2026-05-31T00:00Z 1", "2026-05-31T01:00Z 0", "2026-05-31T02:00Z 1"),
        hours(by(Interval.HOUR, "UTC")));
  }

  @Test
  void aDayThatAZoneHasLeftOutIsTheNextOneThere() throws IOException {
    add(on("a", "2011-12-29"), on("b", "2011-12-30"), on("c", "2011-12-31"));
    assertEquals(List.of("2011-12-29 1", "2011-12-31 2"), days(by(Interval.DAY, "Pacific/Apia")));
    assertEquals(
        List.of("2011-12-29 1", "2011-12-30 1", "2011-12-31 1"), days(by(Interval.DAY, "UTC")));
  }

  @Test
  void aDayThatBeginsTwiceIsCountedWhereItFirstBegins() throws IOException {
    add(at("a", "1988-10-30T01:30:30Z"), on("b", "1988-10-30"), at("c", "1988-10-30T03:40:00Z"));
    assertEquals(
        List.of("1988-10-30T00:00-01:30 2", "1988-10-29T23:00-03:30 0", "1988-10-30T00:00-03:30 1"),
        hours(by(Interval.HOUR, "America/St_Johns")));
  }

  @Test
  void manyArticlesOfEitherPrecisionAreEachInTheirInterval() throws IOException {
    LocalDate first = LocalDate.parse("2026-05-01");
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String id = "a" + i;
      String day = first.plusDays(i / 10).toString();
      articles.add(
          switch (i % 10) {
            case 0, 1 -> article(id).published((Published) null);
            case 2, 3, 4 -> on(id, day);
            default -> at(id, day + "T02:00:00Z");
          });
    }
    add(articles.toArray(ArticleBuilder[]::new));
    assertEquals(60, timeline(by(Interval.DAY, "UTC")).undated());
    assertEquals(
        first.datesUntil(first.plusDays(30)).map(day -> day + " 8").toList(),
        days(by(Interval.DAY, "Europe/Berlin")));
    List<String> inNewYork = new ArrayList<>(List.of("2026-04-30 5"));
    first.datesUntil(first.plusDays(29)).forEach(day -> inNewYork.add(day + " 8"));
    inNewYork.add("2026-05-30 3");
    assertEquals(inNewYork, days(by(Interval.DAY, "America/New_York")));
  }

  @Test
  void theSpanThatIsAskedForIsShown() throws IOException {
    add(at("a", "2026-05-02T02:00:00Z"), at("b", "2026-06-02T02:00:00Z"));
    Filter span = published("2026-05-01T00:00:00Z", "2026-05-04T00:00:00Z");
    assertEquals(
        List.of("2026-05-01 0", "2026-05-02 1", "2026-05-03 0"),
        days(by(Interval.DAY, "UTC").filter(span)));
    assertEquals(
        List.of("2026-05-01 0", "2026-05-02 0", "2026-05-03 0"),
        days(by(Interval.DAY, "UTC").filter(span).query("zeppelin")));
    assertEquals(
        List.of("2026-11-19 0", "2026-11-20 0"),
        days(by(Interval.DAY, "UTC").filter(new Filter.Within(Duration.ofDays(1)))));
    assertEquals(List.of(), days(by(Interval.AUTO, "UTC").query("zeppelin")));
  }

  @Test
  void tooManyIntervalsAreMadeFewerWithAWarning() throws IOException {
    add(at("a", "2011-11-01T00:00:00Z"), at("b", "2026-11-01T00:00:00Z"));
    SearchResult result = search(by(Interval.HOUR, "UTC"));
    Timeline timeline = Objects.requireNonNull(result.timeline());
    assertEquals(Interval.WEEK, timeline.interval());
    assertEquals(2, timeline.counts().stream().mapToLong(Timeline.Count::articles).sum());
    assertEquals(
        List.of(
            "A timeline by the hour would have more than 2,000 intervals; this one is by the"
                + " week."),
        result.warnings());
    assertEquals(List.of(), search(by(Interval.WEEK, "UTC")).warnings());
    assertEquals(List.of(), search(by(Interval.AUTO, "UTC")).warnings());
  }

  @Test
  void theIntervalSuitsTheSpanWhereNoneIsNamed() throws IOException {
    add(at("a", "2026-11-01T00:00:00Z"));
    Instant first = Instant.parse("2026-11-01T00:00:00Z");
    assertEquals(Interval.HOUR, timeline(by(Interval.AUTO, "UTC")).interval());
    for (String each : List.of("3 HOUR", "30 DAY", "365 WEEK", "1825 MONTH", "9125 YEAR")) {
      int days = Integer.parseInt(each.substring(0, each.indexOf(' ')));
      Filter span = new Filter.Published(first.minus(Duration.ofDays(days - 1)), first);
      Timeline timeline = timeline(by(Interval.AUTO, "UTC").filter(span));
      assertTrue(each.endsWith(" " + timeline.interval()), each + ": " + timeline.interval());
      assertTrue(timeline.counts().size() >= 12 && timeline.counts().size() <= 72, each);
    }
  }

  @Test
  void datesFarAwayAreNoError() throws IOException {
    add(at("a", "2026-11-01T00:00:00Z"));
    for (Interval interval : Interval.values()) {
      Filter ever = new Filter.Published(Instant.MIN, Instant.MAX);
      Timeline timeline = timeline(by(interval, "Asia/Kolkata").filter(ever));
      assertEquals(Interval.YEAR, timeline.interval());
      OffsetDateTime last = timeline.counts().getLast().from();
      assertEquals(3000, last.getYear(), "the last instant of 2999 in UTC, as it is in India");
    }
  }
}
