package dev.dateline.server.page;

import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, as the page shows it.
 *
 * @param heading how much was found
 * @param relaxed whether articles are shown that have only some of the words
 * @param warnings what was taken otherwise than it may have been meant
 * @param entries the articles of this page
 * @param advice what to try where nothing was found
 * @param previous the address of the page before, or null on the first
 * @param next the address of the page after, or null on the last
 * @param page the page that this is, from 1
 */
public record Results(
    String heading,
    boolean relaxed,
    List<String> warnings,
    List<Entry> entries,
    List<String> advice,
    @Nullable String previous,
    @Nullable String next,
    int page) {

  static Results of(SearchResult result, SearchRequest request, PageParameters parameters) {
    int page = result.page();
    boolean deeper = (page + 1L) * result.pageSize() <= SearchRequest.MAX_HITS;
    return new Results(
        heading(result),
        result.relaxed(),
        result.warnings(),
        result.hits().stream().map(hit -> Entry.of(hit, request.zone())).toList(),
        result.hits().isEmpty() ? advice(result, parameters) : List.of(),
        page > 1 ? parameters.linkToPage(page - 1) : null,
        deeper && hasMore(result) ? parameters.linkToPage(page + 1) : null,
        page);
  }

  private static String heading(SearchResult result) {
    if (result.hits().isEmpty()) {
      return result.page() > 1 ? "There is no page " + result.page() : "No article found";
    }
    if (result.total().isEmpty()) {
      return "Page " + result.page();
    }
    long total = result.total().getAsLong();
    return String.format(Locale.ENGLISH, "%,d %s", total, total == 1 ? "article" : "articles");
  }

  private static boolean hasMore(SearchResult result) {
    return result.total().isPresent()
        ? result.total().getAsLong() > (long) result.page() * result.pageSize()
        : result.hits().size() == result.pageSize();
  }

  private static List<String> advice(SearchResult result, PageParameters parameters) {
    if (result.page() > 1) {
      return List.of("Go back to the first page.");
    }
    if (result.query().isBlank()) {
      return List.of("The index holds no such article yet.");
    }
    boolean dated =
        parameters.has(SearchParameter.FROM)
            || parameters.has(SearchParameter.TO)
            || parameters.has(SearchParameter.WHEN);
    String fewer = "Try fewer words, or others that mean the same.";
    String spelling = "Look at the spelling; a prefix such as econom* finds more.";
    return dated
        ? List.of(fewer, spelling, "Widen the dates, or leave them out.")
        : List.of(fewer, spelling);
  }
}
