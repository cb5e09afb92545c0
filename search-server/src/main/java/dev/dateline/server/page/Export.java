package dev.dateline.server.page;

import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchResult;
import java.util.List;

/**
 * A form in which a program takes what was found: all of it, or the newest as a feed.
 *
 * @param name what it is called
 * @param link its address
 */
public record Export(String name, String link) {

  /** The forms in which the articles of a search can be had. */
  static List<Export> of(SearchResult result, PageParameters parameters) {
    PageParameters shown = shown(parameters, result.relaxed());
    return List.of(
        new Export("CSV", shown.export("csv")),
        new Export("JSON Lines", shown.export("ndjson")),
        new Export("a feed", feed(parameters, result.relaxed())));
  }

  /** The address of the newest articles that the search finds, whatever order the page has. */
  static String feed(PageParameters parameters, boolean relaxed) {
    return shown(parameters, relaxed).without(SearchParameter.ORDER_BY).export("atom");
  }

  /** An export relaxes nothing by itself, and is to have what the page shows. */
  private static PageParameters shown(PageParameters parameters, boolean relaxed) {
    PageParameters all =
        parameters.without(
            SearchParameter.PAGE,
            SearchParameter.PAGE_SIZE,
            SearchParameter.TOTAL,
            SearchParameter.HIGHLIGHT,
            SearchParameter.FACETS,
            SearchParameter.FACET_SIZE,
            SearchParameter.TIMELINE,
            SearchParameter.EXPLAIN,
            SearchParameter.TIMEOUT);
    return relaxed ? all.with(SearchParameter.MATCH, "any") : all;
  }
}
