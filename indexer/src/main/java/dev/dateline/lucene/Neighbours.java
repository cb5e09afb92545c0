package dev.dateline.lucene;

import dev.dateline.lucene.Analysis.QueryWord;
import dev.dateline.query.QueryNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Two words that were typed one after the other.
 *
 * @param first the one that was typed first
 */
record Neighbours(QueryWord first, QueryWord second) {

  /** Pairs of a long text that are looked at, so that its cost has a bound. Not fitted. */
  private static final int MOST = 16;

  /**
   * The neighbours among the plain words that a query asks for all together: words with a phrase,
   * an alternative or another operator between them are none.
   */
  static List<Neighbours> of(QueryNode root) {
    List<Neighbours> pairs = new ArrayList<>();
    QueryWord last = null;
    for (QueryNode part : root instanceof QueryNode.All all ? all.parts() : List.of(root)) {
      if (!(part instanceof QueryNode.Word word)) {
        last = null;
        continue;
      }
      for (QueryWord next : Analysis.words(word.text())) {
        if (last != null && !last.english().equals(next.english())) {
          pairs.add(new Neighbours(last, next));
        }
        last = next;
      }
    }
    return pairs.stream().distinct().limit(MOST).toList();
  }
}
