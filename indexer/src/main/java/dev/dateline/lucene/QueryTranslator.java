package dev.dateline.lucene;

import dev.dateline.index.Filter;
import dev.dateline.index.SearchRequest;
import dev.dateline.query.Attribute;
import dev.dateline.query.QueryNode;
import dev.dateline.query.QueryNode.Word;
import dev.dateline.query.TextPart;
import dev.dateline.query.WebAddress;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** The tree of a query as Lucene queries. Filters have no bearing on the score. */
final class QueryTranslator {

  /** Terms that a fuzzy word may stand for in a field, at most. Lucene's default. */
  private static final int MOST_EXPANSIONS = 50;

  /**
   * Terms that all fuzzy words of a query may stand for in all fields. With as many words as a
   * query may have, this stays under the 1,024 clauses that Lucene takes by default.
   */
  private static final int ALL_EXPANSIONS = 200;

  private final SearchRequest request;
  private final Expansions expansions;
  private final Filters filters;
  private final int fuzzyExpansions;

  /**
   * For one request.
   *
   * @param root the tree of its query
   * @param asOf the instant from which age is counted
   * @param limit within which words are looked up
   */
  QueryTranslator(SearchRequest request, QueryNode root, Instant asOf, TimeLimit limit) {
    this.request = request;
    this.expansions = new Expansions(limit);
    this.filters = new Filters(asOf, request.zone(), expansions);
    int each = ALL_EXPANSIONS / Math.max(1, fuzzyFields(root, request.searchIn()));
    this.fuzzyExpansions = Math.clamp(each, 1, MOST_EXPANSIONS);
  }

  /** What a node of the tree asks, of the articles that may be found and meet the conditions. */
  Query filtered(QueryNode node, List<Filter> conditions, Instant now) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    add(all, node);
    for (Filter condition : conditions) {
      all.add(filters.query(condition), Occur.FILTER);
    }
    all.add(Visibility.hidden(now), Occur.MUST_NOT);
    return all.build();
  }

  /** What a node of the tree asks, of the articles that may be found. */
  Query visible(QueryNode node, Instant now) {
    return new BooleanQuery.Builder()
        .add(query(node), Occur.MUST)
        .add(Visibility.hidden(now), Occur.MUST_NOT)
        .build();
  }

  /** The sentences about values of the query and its conditions that no article has. */
  List<String> unknownValues(IndexSearcher searcher, QueryNode root, Instant now)
      throws IOException {
    return new UnknownValues(searcher, filters, now).warnings(root, request.filters());
  }

  /** What the person who searched should know of limits that were met, once the query has run. */
  List<String> warnings() {
    return expansions.warnings();
  }

  /** What a node of the tree asks. */
  Query query(QueryNode node) {
    return switch (node) {
      case QueryNode.Everything everything -> MatchAllDocsQuery.INSTANCE;
      case QueryNode.Nothing nothing -> new MatchNoDocsQuery("no word to search for");
      case QueryNode.In in -> text(in.part(), in.where());
      case QueryNode.All all -> all(all.parts());
      case QueryNode.Any any -> any(any.parts());
      case QueryNode.Not not -> all(List.of(not));
      case QueryNode.Has has -> filters.has(has.attribute(), has.value());
      case QueryNode.Before before ->
          filters.query(new Filter.Published(null, filters.instant(before.moment())));
      case QueryNode.After after ->
          filters.query(new Filter.Published(filters.instant(after.moment()), null));
      case QueryNode.Within within -> filters.query(new Filter.Within(within.age()));
      case Word word ->
          WebAddress.is(word.text()) ? address(word.text()) : text(word, request.searchIn());
      case QueryNode.Phrase phrase -> text(phrase, request.searchIn());
      case QueryNode.Prefix prefix -> text(prefix, request.searchIn());
      case QueryNode.Fuzzy fuzzy -> text(fuzzy, request.searchIn());
    };
  }

  private Query text(QueryNode node, Collection<TextPart> where) {
    WordQueries words = words(where);
    return switch (node) {
      case Word word -> words.inflected(word.text());
      case QueryNode.Phrase phrase -> words.phrase(phrase.text(), phrase.slop());
      case QueryNode.Prefix prefix -> words.prefix(prefix.text());
      case QueryNode.Fuzzy fuzzy -> words.fuzzy(fuzzy.text(), fuzzy.edits());
      default -> throw new IllegalArgumentException("not about the text of an article: " + node);
    };
  }

  private WordQueries words(Collection<TextPart> where) {
    return new WordQueries(Fields.of(where), fuzzyExpansions, expansions);
  }

  /** What is at an address, what names it, and what is from the site if it is that of one. */
  private Query address(String address) {
    Query named = words(request.searchIn()).address(address);
    String site = WebAddress.site(address);
    return site == null
        ? named
        : new BooleanQuery.Builder()
            .add(named, Occur.SHOULD)
            .add(unscored(filters.has(Attribute.DOMAIN, site)), Occur.SHOULD)
            .build();
  }

  private Query all(List<QueryNode> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    addEach(all, parts);
    return all.build();
  }

  private void addEach(BooleanQuery.Builder all, List<QueryNode> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (isAnd(parts, i)) {
        all.add(and((Word) parts.get(i - 1), parts.get(i), (Word) parts.get(i + 1)), Occur.MUST);
      } else {
        add(all, parts.get(i));
      }
    }
  }

  /** Whether this is the word "and" between two others, which an article may write as a sign. */
  private static boolean isAnd(List<QueryNode> parts, int number) {
    return number > 0
        && number + 1 < parts.size()
        && parts.get(number) instanceof Word word
        && word.text().equalsIgnoreCase("and")
        && parts.get(number - 1) instanceof Word
        && parts.get(number + 1) instanceof Word;
  }

  /** The word, or nothing between the two around it: {@code AT and T} finds AT&T. */
  private Query and(Word before, QueryNode and, Word after) {
    Query joined = query(new Word(before.text() + "&" + after.text()));
    return new BooleanQuery.Builder()
        .add(query(and), Occur.SHOULD)
        .add(unscored(joined), Occur.SHOULD)
        .build();
  }

  private void add(BooleanQuery.Builder all, QueryNode part) {
    if (part instanceof QueryNode.Not not) {
      all.add(query(not.part()), Occur.MUST_NOT);
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    } else if (part instanceof QueryNode.All inner) {
      addEach(all, inner.parts());
    } else {
      all.add(query(part), part.isFilter() ? Occur.FILTER : Occur.MUST);
    }
  }

  /** A word that is typed twice counts once: by benchmarks/relevance.md, that ranks better. */
  private Query any(List<QueryNode> parts) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.stream().map(this::alternative).distinct().forEach(each -> any.add(each, Occur.SHOULD));
    return any.build();
  }

  private Query alternative(QueryNode part) {
    Query query = query(part);
    return part.isFilter() ? unscored(query) : query;
  }

  private static Query unscored(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }

  /** How many fields the fuzzy words of a tree are looked up in, all together. */
  private static int fuzzyFields(QueryNode node, Collection<TextPart> where) {
    return switch (node) {
      case QueryNode.Fuzzy fuzzy -> WordQueries.fieldsOfFuzzy(fuzzy.text(), Fields.of(where));
      case QueryNode.In in -> fuzzyFields(in.part(), in.where());
      case QueryNode.Not not -> fuzzyFields(not.part(), where);
      case QueryNode.All all ->
          all.parts().stream().mapToInt(each -> fuzzyFields(each, where)).sum();
      case QueryNode.Any any ->
          any.parts().stream().mapToInt(each -> fuzzyFields(each, where)).sum();
      default -> 0;
    };
  }
}
