package dev.dateline.server.page;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What to try where nothing was found.
 *
 * @param text a sentence
 * @param link where it leads, or null
 */
public record Advice(String text, @Nullable String link) {

  /** Advice for a search that found nothing. */
  static List<Advice> on(SearchResult nothing, PageParameters parameters, ArticleIndex index)
      throws IOException {
    if (nothing.page() > 1) {
      PageParameters first = parameters.without(SearchParameter.PAGE);
      return List.of(new Advice("Go back to the first page.", first.link()));
    }
    List<Advice> advice = new ArrayList<>();
    PageParameters words = Chip.without(parameters);
    if (!words.sameAs(parameters.without(SearchParameter.PAGE))) {
      long found = count(words, index);
      String others = found == 1 ? "1 article is" : String.format(Locale.ENGLISH, "%,d are", found);
      advice.add(
          found == 0
              ? new Advice("Other dates and sources would not help: nothing is found there.", null)
              : new Advice(others + " found without the dates and filters.", words.link()));
    }
    if (nothing.query().isBlank()) {
      advice.add(new Advice("The index holds no such article yet.", null));
    } else {
      advice.add(new Advice("Try fewer words, or others that mean the same.", null));
      advice.add(new Advice("Look at the spelling; a prefix such as econom* finds more.", null));
    }
    return advice;
  }

  private static long count(PageParameters parameters, ArticleIndex index) throws IOException {
    SearchRequest counted =
        SearchParameters.parse(parameters.named())
            .with()
            .pageSize(1)
            .highlight(false)
            .didYouMean(false)
            .build();
    return index.search(counted).total().orElse(0);
  }
}
