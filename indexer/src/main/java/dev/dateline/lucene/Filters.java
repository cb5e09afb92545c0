package dev.dateline.lucene;

import dev.dateline.article.Site;
import dev.dateline.index.Filter;
import dev.dateline.lucene.StarPhraseQuery.Place;
import dev.dateline.query.Attribute;
import dev.dateline.query.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on articles as Lucene queries.
 *
 * @param asOf the instant from which age is counted
 * @param zone where the days of spans begin
 * @param expansions of the beginnings of words in names
 */
record Filters(Instant asOf, ZoneId zone, Expansions expansions) {

  /** The articles that meet a condition. */
  Query query(Filter filter) {
    return switch (filter) {
      case Filter.AnyOf any -> values(any.attribute(), any.values());
      case Filter.NoneOf none ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(values(none.attribute(), none.values()), Occur.MUST_NOT)
              .build();
      case Filter.Published published -> published(published.from(), published.until());
      case Filter.Within within -> since(within.age());
    };
  }

  /**
   * The articles with a value of an attribute as it is typed in a query: of an author's name some
   * words will do.
   */
  Query has(Attribute attribute, String value) {
    return attribute == Attribute.AUTHOR ? author(value) : values(attribute, Set.of(value));
  }

  private static Query values(Attribute attribute, Collection<String> values) {
    List<BytesRef> terms =
        values.stream()
            .map(value -> Analysis.fold(kept(attribute, value)))
            .map(BytesRef::new)
            .toList();
    return new TermInSetQuery(Fields.of(attribute), terms);
  }

  /**
   * A value as an article would have it: of a site, however it is written ({@code *.cnn.com},
   * {@code https://www.cnn.com/world}), its host, as all that is under it belongs to it.
   */
  static String kept(Attribute attribute, String value) {
    if (attribute != Attribute.DOMAIN) {
      return value;
    }
    String site = Site.host(value.replaceFirst("^[*. ]+", ""));
    return site == null ? value : site;
  }

  private Query author(String name) {
    List<Place> words = Place.of(name);
    return words.isEmpty()
        ? new MatchNoDocsQuery("no word in the name " + name)
        : WordQueries.phrase(Fields.AUTHOR_WORDS, words, 0, expansions);
  }

  /** The instant of a moment. */
  Instant instant(Moment moment) {
    long now = Millis.of(asOf);
    return switch (moment) {
      case Moment.Day day -> start(day.date());
      case Moment.Recent recent ->
          start(recent == Moment.Recent.TODAY ? today(now) : today(now).minusDays(1));
      case Moment.Ago ago -> Instant.ofEpochMilli(Millis.minus(now, ago.age().toMillis()));
    };
  }

  private LocalDate today(long now) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(now), zone);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private Query since(Duration age) {
    return published(Millis.minus(Millis.of(asOf), age.toMillis()), Long.MAX_VALUE);
  }

  private Query published(@Nullable Instant from, @Nullable Instant until) {
    return published(
        from == null ? Long.MIN_VALUE : Millis.of(from),
        until == null ? Long.MAX_VALUE : Millis.minus(Millis.of(until), 1));
  }

  /**
   * From the first millisecond to the last; what is known to the day only, by the days they are in.
   */
  private Query published(long first, long last) {
    return new BooleanQuery.Builder()
        .add(LongPoint.newRangeQuery(Fields.PUBLISHED_AT, first, last), Occur.SHOULD)
        .add(LongPoint.newRangeQuery(Fields.PUBLISHED_DAY, day(first), day(last)), Occur.SHOULD)
        .build();
  }

  private long day(long millis) {
    boolean open = millis == Long.MIN_VALUE || millis == Long.MAX_VALUE;
    return open ? millis : LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone).toEpochDay();
  }
}
