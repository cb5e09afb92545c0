package dev.dateline.lucene;

import dev.dateline.index.Explanation;
import dev.dateline.index.Explanation.Clause;
import dev.dateline.index.Filter;
import dev.dateline.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Counts what each part of a query finds. A count for each part; used by one thread. */
final class QueryExplanation {

  private final IndexSearcher searcher;
  private final List<Filter> filters;
  private final Finder finder;

  /** What finds the articles of a tree under some filters. */
  interface Finder {
    Query query(QueryNode node, List<Filter> filters);
  }

  QueryExplanation(IndexSearcher searcher, List<Filter> filters, Finder finder) {
    this.searcher = searcher;
    this.filters = filters;
    this.finder = finder;
  }

  Explanation of(QueryNode root) throws IOException {
    long articles = count(root, filters);
    Clause query = new Clause(root.toString(), articles, null, parts(root, articles == 0));
    boolean blameFilters = articles == 0 && !filters.isEmpty();
    return new Explanation(query, blameFilters ? (Long) count(root, List.of()) : null);
  }

  private List<Clause> parts(QueryNode node, boolean findsNothing) throws IOException {
    List<QueryNode> parts =
        switch (node) {
          case QueryNode.All all -> all.parts();
          case QueryNode.Any any -> any.parts();
          case QueryNode.Not not -> List.of(not.part());
          default -> List.of();
        };
    boolean blame = findsNothing && node instanceof QueryNode.All;
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      QueryNode part = parts.get(i);
      Long without = blame ? (Long) count(without(parts, i), filters) : null;
      clauses.add(new Clause(part.toString(), count(part, filters), without, parts(part, false)));
    }
    return clauses;
  }

  private static QueryNode without(List<QueryNode> parts, int number) {
    List<QueryNode> others = new ArrayList<>(parts);
    others.remove(number);
    return new QueryNode.All(others);
  }

  private long count(QueryNode node, List<Filter> under) throws IOException {
    return searcher.count(finder.query(node, under));
  }
}
