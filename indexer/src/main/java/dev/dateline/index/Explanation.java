package dev.dateline.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many articles each part of a query finds, and which part leaves nothing.
 *
 * @param query the query as it was understood, with its parts
 * @param withoutFilters how many articles match the query without the request's filters; null where
 *     there are none, or where some article matches with them
 */
public record Explanation(Clause query, @Nullable Long withoutFilters) {

  /**
   * A part of a query.
   *
   * @param text its normal form, blank for everything
   * @param articles how many articles match it by itself, under the request's filters: the total of
   *     a search for {@code text} with all its words required
   * @param without how many articles match the query without this part; null but where it is one of
   *     several that are required and no article matches all of them
   * @param parts what it is made of
   */
  public record Clause(String text, long articles, @Nullable Long without, List<Clause> parts) {
    public Clause {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The parts that are to blame where a query finds nothing: those of which each by itself leaves
   * nothing of what the rest of the query finds, or, where the rest finds nothing either, those
   * that no article matches.
   */
  public List<Clause> leavingNothing() {
    List<Clause> alone =
        query.parts().stream()
            .filter(part -> part.without() != null && part.without() > 0)
            .toList();
    return alone.isEmpty() && query.articles() == 0
        ? query.parts().stream().filter(part -> part.articles() == 0).toList()
        : alone;
  }
}
