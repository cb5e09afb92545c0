package dev.dateline.server.page;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Order;
import dev.dateline.index.ParameterException;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page that searches.
 *
 * @param q the query as it was typed
 * @param orders the orders to choose from
 * @param from the first day as it was given, or empty
 * @param to the last day as it was given, or empty
 * @param kept what else was given and is kept by a new search
 * @param problems what is wrong with the parameters, in sentences
 * @param results what was found; null where there are problems
 */
public record SearchPage(
    String q,
    List<Choice> orders,
    String from,
    String to,
    List<Field> kept,
    List<String> problems,
    @Nullable Results results) {

  /** One of several values of a field. */
  public record Choice(String value, String label, boolean chosen) {}

  /** A hidden field of the form. */
  public record Field(String name, String value) {}

  static SearchPage of(Map<String, List<String>> given, ArticleIndex index) throws IOException {
    PageParameters parameters = new PageParameters(given);
    try {
      SearchRequest request = SearchParameters.parse(parameters.named());
      Results results = Results.of(index.search(request), request, parameters);
      return of(parameters, request.order(), List.of(), results);
    } catch (ParameterException e) {
      List<String> problems =
          e.problems().stream().map(ParameterException.Problem::toString).toList();
      return of(parameters, null, problems, null);
    }
  }

  /** What the browser calls the page. */
  public String title() {
    return q.isBlank() ? "Dateline" : q + " – Dateline";
  }

  private static SearchPage of(
      PageParameters parameters,
      @Nullable Order order,
      List<String> problems,
      @Nullable Results results) {
    return new SearchPage(
        parameters.first(SearchParameter.Q),
        List.of(
            new Choice("", "Best match", order == null || order == Order.RELEVANCE),
            new Choice("newest", "Newest first", order == Order.NEWEST),
            new Choice("oldest", "Oldest first", order == Order.OLDEST)),
        parameters.first(SearchParameter.FROM),
        parameters.first(SearchParameter.TO),
        parameters.kept(),
        problems,
        results);
  }
}
