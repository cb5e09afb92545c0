package dev.dateline.lucene;

import dev.dateline.index.Filter;
import dev.dateline.lucene.Analysis.QueryWord;
import dev.dateline.query.Attribute;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on articles as Lucene queries.
 *
 * @param asOf the instant from which age is counted
 */
record Filters(Instant asOf) {

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
      case Filter.Within within -> published(asOf.minus(within.age()), null);
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
    List<BytesRef> terms = values.stream().map(Analysis::fold).map(BytesRef::new).toList();
    return new TermInSetQuery(Fields.of(attribute), terms);
  }

  private static Query author(String name) {
    PhraseQuery.Builder words = new PhraseQuery.Builder();
    for (QueryWord word : Analysis.words(name)) {
      words.add(new Term(Fields.AUTHOR_WORDS, word.written()), word.position());
    }
    return words.build();
  }

  private static Query published(@Nullable Instant from, @Nullable Instant until) {
    long first = from == null ? Long.MIN_VALUE : from.toEpochMilli();
    long last = until == null ? Long.MAX_VALUE : until.minusMillis(1).toEpochMilli();
    return LongPoint.newRangeQuery(Fields.PUBLISHED, first, last);
  }
}
