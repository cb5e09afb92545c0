package dev.dateline.server.page;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, as the page shows it.
 *
 * @param heading how much was found, and which page of it this is: "86 articles, page 2 of 5"
 * @param relaxed whether articles are shown that have only some of the words
 * @param didYouMean the query that may have been meant, or null
 * @param warnings what was taken otherwise than it may have been meant
 * @param parsed the query as it was understood, where that is not what was typed; else null
 * @param bars when the articles were published, or null where there is nothing to see in it
 * @param entries the articles of this page
 * @param advice what to try where nothing was found
 * @param facets by what the articles can be narrowed
 * @param paging its pages
 * @param exports the forms in which all of it can be had; none where nothing was found
 */
public record Results(
    String heading,
    boolean relaxed,
    @Nullable Meant didYouMean,
    List<String> warnings,
    @Nullable String parsed,
    @Nullable Bars bars,
    List<Entry> entries,
    List<Advice> advice,
    List<Facet> facets,
    Paging paging,
    List<Export> exports) {

  /** A query that may have been meant, and the address of its page. */
  public record Meant(String query, String link) {

    static @Nullable Meant by(SearchResult result, PageParameters parameters) {
      String query = result.didYouMean();
      return query == null
          ? null
          : new Meant(
              query,
              parameters.without(SearchParameter.PAGE).with(SearchParameter.Q, query).link());
    }
  }

  static Results of(
      SearchResult result, SearchRequest request, PageParameters parameters, ArticleIndex index)
      throws IOException {
    boolean none = result.hits().isEmpty();
    return new Results(
        heading(result),
        result.relaxed(),
        Meant.by(result, parameters),
        result.warnings(),
        result.parsed().equals(result.query().strip()) ? null : result.parsed(),
        Bars.of(result.timeline(), parameters),
        result.hits().stream()
            .map(hit -> Entry.of(hit, result.query(), result.asOf(), request.zone()))
            .toList(),
        none ? Advice.on(result, parameters, index) : List.of(),
        facets(result, request, parameters),
        Paging.of(result, parameters),
        none ? List.of() : Export.of(result, parameters));
  }

  private static List<Facet> facets(
      SearchResult result, SearchRequest request, PageParameters parameters) {
    PageParameters first = parameters.without(SearchParameter.PAGE);
    List<Facet> facets = new ArrayList<>();
    for (var attribute : Facet.LABELS.keySet()) {
      var counted = result.facets().getOrDefault(attribute, List.of());
      Facet facet = Facet.of(attribute, counted, request.facetSize(), first);
      if (!facet.values().isEmpty()) {
        facets.add(facet);
      }
    }
    return facets;
  }

  private static String heading(SearchResult result) {
    if (result.hits().isEmpty()) {
      return result.page() > 1 ? "There is no page " + result.page() : "No article found";
    }
    if (result.total().isEmpty()) {
      return "Page " + result.page();
    }
    long total = result.total().getAsLong();
    String page = result.page() == 1 ? "" : ", " + Paging.label(result).toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ENGLISH, "%,d %s%s", total, total == 1 ? "article" : "articles", page);
  }
}
