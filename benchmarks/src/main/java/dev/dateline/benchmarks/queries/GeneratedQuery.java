package dev.dateline.benchmarks.queries;

import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.benchmarks.corpus.Vocabulary;
import dev.dateline.index.Filter;
import dev.dateline.index.Interval;
import dev.dateline.index.Order;
import dev.dateline.index.SearchRequest;
import dev.dateline.query.Attribute;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A query that matches at least the article that it was drawn from.
 *
 * @param words as written in that article, but for {@link QueryClass#PREFIX} and {@link
 *     QueryClass#FUZZY}, which have what was made of one
 * @param published when that article was published
 */
public record GeneratedQuery(QueryClass kind, List<String> words, Instant published) {

  private static final Set<Attribute> FACETS =
      Set.of(Attribute.SOURCE, Attribute.SECTION, Attribute.TAG);

  /** The first instant of the span of a dated query. */
  public Instant from() {
    return published.minus(kind.reach());
  }

  /** The instant after that span. */
  public Instant until() {
    return published.plus(kind.reach());
  }

  /** What is asked of Dateline, with every default of its own. */
  public SearchRequest request(Instant asOf) {
    SearchRequest.Builder request = SearchRequest.builder().query(text()).asOf(asOf);
    return switch (kind) {
      case COMMON_TERM, RARE_TERM, AND, OR_2, OR_5, PHRASE, NEAR, PREFIX, FUZZY, RECENT ->
          request.build();
      case DATE_30_DAYS, DATE_2_YEARS ->
          request.filter(new Filter.Published(from(), until())).build();
      case NEWEST -> request.order(Order.NEWEST).build();
      case FACETS -> request.facets(FACETS).timeline(Interval.AUTO).build();
    };
  }

  /** The words in the query language. */
  public String text() {
    return switch (kind) {
      case COMMON_TERM, RARE_TERM, AND -> String.join(" ", words);
      case OR_2, OR_5, DATE_30_DAYS, DATE_2_YEARS, NEWEST, RECENT, FACETS ->
          String.join(" OR ", words);
      case PHRASE -> '"' + String.join(" ", words) + '"';
      case NEAR -> '"' + String.join(" ", words) + "\"~" + QueryClass.SLOP;
      case PREFIX -> words.getFirst() + "*";
      case FUZZY -> words.getFirst() + "~1";
    };
  }

  /** Whether Dateline must find an article, by looking at its words one by one. */
  boolean matches(ArticleWords article) {
    return switch (kind) {
      case COMMON_TERM, RARE_TERM, AND -> words.stream().allMatch(article::has);
      case OR_2, OR_5, NEWEST, RECENT, FACETS -> words.stream().anyMatch(article::has);
      case DATE_30_DAYS, DATE_2_YEARS -> isOfTime(article) && words.stream().anyMatch(article::has);
      case PHRASE -> article.has(words.getFirst(), words.getLast(), 0, false);
      case NEAR -> article.has(words.getFirst(), words.getLast(), QueryClass.SLOP, false);
      case PREFIX, FUZZY -> article.hasWritten(this::isMeant);
    };
  }

  /** Whether the floor must find it, to which all words are stems. */
  boolean matchesStems(ArticleWords article) {
    return switch (kind) {
      case PHRASE -> article.has(words.getFirst(), words.getLast(), 0, true);
      case NEAR -> article.has(words.getFirst(), words.getLast(), QueryClass.SLOP, true);
      case PREFIX, FUZZY -> article.lemmas().stream().anyMatch(this::isMeant);
      case COMMON_TERM,
          RARE_TERM,
          AND,
          OR_2,
          OR_5,
          DATE_30_DAYS,
          DATE_2_YEARS,
          NEWEST,
          RECENT,
          FACETS ->
          matches(article);
    };
  }

  private boolean isMeant(String word) {
    return kind == QueryClass.PREFIX
        ? word.startsWith(words.getFirst())
        : Slips.isOneEdit(words.getFirst(), word);
  }

  private boolean isOfTime(ArticleWords article) {
    return !article.published().isBefore(from()) && article.published().isBefore(until());
  }

  /** Whether the words are different ones, in whatever form. */
  boolean hasDifferentWords() {
    return words.stream().map(Vocabulary::lemma).distinct().count() == words.size();
  }
}
