package dev.dateline.server.page;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Interval;
import dev.dateline.index.ParameterException;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page that searches.
 *
 * @param form what was asked, in the fields of the form
 * @param chips the conditions besides the words
 * @param problems what is wrong with the parameters, in sentences
 * @param results what was found; null where there are problems
 * @param feed the address of the feed of this search, also of one that finds nothing yet; null
 *     where there are problems
 */
public record SearchPage(
    SearchForm form,
    List<Chip> chips,
    List<String> problems,
    @Nullable Results results,
    @Nullable String feed) {

  static SearchPage of(Map<String, List<String>> given, ArticleIndex index) throws IOException {
    PageParameters parameters = PageParameters.of(given);
    List<Chip> chips = Chip.of(parameters);
    try {
      SearchRequest request = request(parameters);
      SearchResult result = index.search(request);
      Results results = Results.of(result, request, parameters, index);
      String feed = Export.feed(parameters, result.relaxed());
      return new SearchPage(SearchForm.of(parameters, true), chips, List.of(), results, feed);
    } catch (ParameterException e) {
      List<String> problems =
          e.problems().stream().map(ParameterException.Problem::toString).toList();
      return new SearchPage(SearchForm.of(parameters, false), chips, problems, null, null);
    }
  }

  /** What the browser calls the page. */
  public String title() {
    return form.q().isBlank() ? "Dateline" : form.q() + " – Dateline";
  }

  /** Whether it shows the newest of all articles, as somebody sees it who comes by. */
  public boolean isFront() {
    return form.q().isBlank() && chips.isEmpty();
  }

  private static SearchRequest request(PageParameters parameters) {
    SearchRequest request = SearchParameters.parse(parameters.named());
    SearchRequest.Builder page =
        request.with().facets(Facet.LABELS.keySet()).timeline(Interval.AUTO);
    return parameters.has(SearchParameter.FACET_SIZE)
        ? page.build()
        : page.facetSize(Facet.FIRST).build();
  }
}
