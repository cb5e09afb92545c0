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
 * @param previous the address of the page before, or null on the first
 * @param next the address of the page after, or null on the last
 * @param page which page this is: "Page 2 of 5"
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
    @Nullable String previous,
    @Nullable String next,
    String page,
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
    int page = result.page();
    boolean deeper = (page + 1L) * result.pageSize() <= SearchRequest.MAX_HITS;
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
        page > 1 ? linkTo(page - 1, parameters) : null,
        deeper && hasMore(result) ? linkTo(page + 1, parameters) : null,
        pageOf(result),
        none ? List.of() : Export.of(result, parameters));
  }

  private static String linkTo(int page, PageParameters parameters) {
    return parameters.with(SearchParameter.PAGE, Integer.toString(page)).link();
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
    String page = result.page() == 1 ? "" : ", " + pageOf(result).toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ENGLISH, "%,d %s%s", total, total == 1 ? "article" : "articles", page);
  }

  private static String pageOf(SearchResult result) {
    if (result.total().isEmpty()) {
      return "Page " + result.page();
    }
    long pages = Math.ceilDiv(result.total().getAsLong(), result.pageSize());
    return String.format(Locale.ENGLISH, "Page %,d of %,d", result.page(), pages);
  }

  private static boolean hasMore(SearchResult result) {
    return result.total().isPresent()
        ? result.total().getAsLong() > (long) result.page() * result.pageSize()
        : result.hits().size() == result.pageSize();
  }
}
