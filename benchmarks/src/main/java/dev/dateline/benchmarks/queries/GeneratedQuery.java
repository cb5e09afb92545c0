package dev.dateline.benchmarks.queries;

import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.index.Filter;
import dev.dateline.index.Order;
import dev.dateline.index.SearchRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A query that matches at least the article that it was drawn from.
 *
 * @param words one or two words, as written in that article
 * @param published when that article was published
 */
public record GeneratedQuery(QueryClass kind, List<String> words, Instant published) {

  private static final Duration REACH = Duration.ofDays(15);

  /** The first instant of the span of {@link QueryClass#DATE}. */
  public Instant from() {
    return published.minus(REACH);
  }

  /** The instant after that span. */
  public Instant until() {
    return published.plus(REACH);
  }

  /** What is asked of Dateline, with every default of its own. */
  public SearchRequest request(Instant asOf) {
    SearchRequest.Builder request = SearchRequest.builder().query(text()).asOf(asOf);
    return switch (kind) {
      case COMMON_TERM, RARE_TERM, AND, OR, PHRASE -> request.build();
      case DATE -> request.filter(new Filter.Published(from(), until())).build();
      case NEWEST -> request.order(Order.NEWEST).build();
    };
  }

  /** The words in the query language. */
  public String text() {
    return switch (kind) {
      case COMMON_TERM, RARE_TERM, AND, DATE, NEWEST -> String.join(" ", words);
      case OR -> String.join(" OR ", words);
      case PHRASE -> '"' + String.join(" ", words) + '"';
    };
  }

  /**
   * Whether an article must be found, by looking at its words one by one.
   *
   * @param stemmedPhrases whether phrases match inflected forms too, as they do in the floor
   */
  boolean matches(ArticleWords article, boolean stemmedPhrases) {
    return switch (kind) {
      case COMMON_TERM, RARE_TERM, AND, NEWEST -> words.stream().allMatch(article::has);
      case OR -> words.stream().anyMatch(article::has);
      case PHRASE -> article.has(words.getFirst(), words.getLast(), stemmedPhrases);
      case DATE ->
          words.stream().allMatch(article::has)
              && !article.published().isBefore(from())
              && article.published().isBefore(until());
    };
  }
}
