package dev.dateline.lucene;

import dev.dateline.index.Filter;
import dev.dateline.index.SearchRequest;
import dev.dateline.query.QueryNode;
import dev.dateline.query.Relaxation;
import dev.dateline.query.TextPart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** A tree of query nodes as a Lucene query. Filters have no bearing on the score. */
final class QueryTranslator {

  private final SearchRequest request;
  private final Filters filters;
  private final WordQueries words;

  QueryTranslator(SearchRequest request, Instant asOf) {
    this.request = request;
    this.filters = new Filters(asOf);
    this.words = new WordQueries(fields(request.searchIn()));
  }

  /** What a node asks, with the filters of the request. */
  Query withFilters(QueryNode node, Instant now) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    add(all, node);
    for (Filter filter : request.filters()) {
      all.add(filters.query(filter), Occur.FILTER);
    }
    all.add(Visibility.hidden(now), Occur.MUST_NOT);
    return all.build();
  }

  /** What a node asks. */
  Query query(QueryNode node) {
    return switch (node) {
      case QueryNode.Everything everything -> MatchAllDocsQuery.INSTANCE;
      case QueryNode.Nothing nothing -> new MatchNoDocsQuery("no word to search for");
      case QueryNode.Word word -> words.inflected(word.text());
      case QueryNode.Phrase phrase -> words.phrase(phrase.text(), phrase.slop());
      case QueryNode.Prefix prefix -> words.prefix(prefix.text());
      case QueryNode.Fuzzy fuzzy -> words.fuzzy(fuzzy.text(), fuzzy.edits());
      case QueryNode.In in -> in(in);
      case QueryNode.All all -> all(all.parts());
      case QueryNode.Any any -> any(any.parts());
      case QueryNode.Not not -> all(List.of(not));
      case QueryNode.Has has -> filters.has(has.attribute(), has.value());
      case QueryNode.Before before ->
          filters.query(new Filter.Published(null, start(before.day())));
      case QueryNode.After after -> filters.query(new Filter.Published(start(after.day()), null));
      case QueryNode.Within within -> filters.query(new Filter.Within(within.age()));
    };
  }

  private Query in(QueryNode.In in) {
    SearchRequest scoped = request.with().searchIn(Set.copyOf(in.where())).build();
    return new QueryTranslator(scoped, filters.asOf()).query(in.part());
  }

  private Query all(List<QueryNode> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.forEach(part -> add(all, part));
    return all.build();
  }

  private void add(BooleanQuery.Builder all, QueryNode part) {
    if (part instanceof QueryNode.Not not) {
      all.add(query(not.part()), Occur.MUST_NOT);
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    } else if (part instanceof QueryNode.All inner) {
      inner.parts().forEach(each -> add(all, each));
    } else {
      all.add(query(part), Relaxation.filters(part) ? Occur.FILTER : Occur.MUST);
    }
  }

  private Query any(List<QueryNode> parts) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (QueryNode part : parts) {
      Query query = query(part);
      any.add(Relaxation.filters(part) ? unscored(query) : query, Occur.SHOULD);
    }
    return any.build();
  }

  private static Query unscored(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(request.zone()).toInstant();
  }

  private static List<String> fields(Set<TextPart> parts) {
    if (parts.isEmpty()) {
      return Fields.TEXT;
    }
    return parts.stream().sorted().flatMap(part -> Fields.of(part).stream()).toList();
  }
}
