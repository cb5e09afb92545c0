package dev.dateline.server.page;

import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pages of what was found.
 *
 * @param label which page this is: "Page 2 of 5"
 * @param previous the address of the page before, or null on the first
 * @param next the address of the page after, or null on the last
 * @param beyond what pages do not reach, in a sentence; null where they reach everything
 */
public record Paging(
    String label, @Nullable String previous, @Nullable String next, @Nullable String beyond) {

  static Paging of(SearchResult result, PageParameters parameters) {
    int page = result.page();
    boolean more = page < lastPage(result) && hasMore(result);
    return new Paging(
        label(result),
        page > 1 ? linkTo(page - 1, parameters) : null,
        more ? linkTo(page + 1, parameters) : null,
        beyond(result));
  }

  /** Which page this is, among those that can be reached. */
  static String label(SearchResult result) {
    if (result.total().isEmpty()) {
      return "Page " + result.page();
    }
    long pages = Math.ceilDiv(result.total().getAsLong(), result.pageSize());
    return String.format(
        Locale.ENGLISH, "Page %,d of %,d", result.page(), Math.min(pages, lastPage(result)));
  }

  private static int lastPage(SearchResult result) {
    return SearchRequest.MAX_HITS / result.pageSize();
  }

  private static boolean hasMore(SearchResult result) {
    return result.total().isPresent()
        ? result.total().getAsLong() > (long) result.page() * result.pageSize()
        : result.hits().size() == result.pageSize();
  }

  private static String linkTo(int page, PageParameters parameters) {
    return parameters.with(SearchParameter.PAGE, Integer.toString(page)).link();
  }

  private static @Nullable String beyond(SearchResult result) {
    int reached = lastPage(result) * result.pageSize();
    return result.total().orElse(0) > reached
        ? String.format(
            Locale.ENGLISH,
            "These pages show the first %,d of %,d articles.",
            reached,
            result.total().getAsLong())
        : null;
  }
}
