package dev.dateline.lucene;

import dev.dateline.index.Filter;
import dev.dateline.query.Attribute;
import dev.dateline.query.QueryNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.jspecify.annotations.Nullable;

/**
 * Says which values no article has that can be found, so that {@code source=reutrs} is not taken
 * for an answer about Reuters. Used by one search.
 */
final class UnknownValues {

  /** Values that are spelled nearly so and are tried, the nearest first. */
  private static final int MOST_NEAR = 3;

  /** Shorter values are near to too many others. */
  private static final int SHORTEST = 3;

  /**
   * The time to look for what is spelled nearly so grows with the length: see {@link DidYouMean}.
   */
  private static final int LONGEST = 50;

  /**
   * Each value takes a search, and an unknown one some milliseconds. Who lists more does not read a
   * warning for each; without a bound thirty thousand of them kept a server busy for minutes.
   */
  private static final int MOST = 50;

  private final IndexSearcher searcher;
  private final Filters filters;
  private final Instant now;
  private final DirectSpellChecker nearby = new DirectSpellChecker();

  UnknownValues(IndexSearcher searcher, Filters filters, Instant now) {
    this.searcher = searcher;
    this.filters = filters;
    this.now = now;
    nearby.setMinPrefix(0);
    nearby.setMinQueryLength(SHORTEST);
  }

  /** A value that somebody asks for. */
  private record Asked(Attribute attribute, String value) {}

  /** A sentence for each value that a query or its conditions ask for in vain. */
  List<String> warnings(QueryNode query, List<Filter> conditions) throws IOException {
    Set<Asked> asked = new LinkedHashSet<>();
    conditions.forEach(condition -> collect(condition, asked));
    collect(query, asked);
    List<String> warnings = new ArrayList<>();
    for (Asked each : asked.stream().limit(MOST).toList()) {
      if (!isKnown(each)) {
        warnings.add(sentence(each, meant(each)));
      }
    }
    if (asked.size() > MOST) {
      warnings.add(
          "Of %d values the first %d were looked for; others may be unknown too."
              .formatted(asked.size(), MOST));
    }
    return warnings;
  }

  private static void collect(Filter filter, Set<Asked> asked) {
    switch (filter) {
      case Filter.AnyOf any ->
          any.values().stream()
              .sorted()
              .forEach(value -> asked.add(new Asked(any.attribute(), value)));
      case Filter.NoneOf none ->
          none.values().stream()
              .sorted()
              .forEach(value -> asked.add(new Asked(none.attribute(), value)));
      case Filter.Published published -> {}
      case Filter.Within within -> {}
    }
  }

  private static void collect(QueryNode node, Set<Asked> asked) {
    switch (node) {
      case QueryNode.Has has -> asked.add(new Asked(has.attribute(), has.value()));
      case QueryNode.Not not -> collect(not.part(), asked);
      case QueryNode.All all -> all.parts().forEach(part -> collect(part, asked));
      case QueryNode.Any any -> any.parts().forEach(part -> collect(part, asked));
      default -> {}
    }
  }

  private boolean isKnown(Asked asked) throws IOException {
    BooleanQuery visible =
        new BooleanQuery.Builder()
            .add(filters.has(asked.attribute(), asked.value()), Occur.FILTER)
            .add(Visibility.hidden(now), Occur.MUST_NOT)
            .build();
    return searcher.search(visible, 1).scoreDocs.length > 0;
  }

  /** The known value that is spelled nearly so, or that is how a language is written here. */
  private @Nullable String meant(Asked asked) throws IOException {
    String folded = Analysis.fold(Filters.kept(asked.attribute(), asked.value()));
    List<String> candidates = new ArrayList<>();
    if (asked.attribute() == Attribute.LANGUAGE) {
      tags(folded).forEach(candidates::add);
    }
    if (folded.length() <= LONGEST) {
      near(new Term(Fields.of(asked.attribute()), folded)).forEach(candidates::add);
    }
    for (String candidate : candidates) {
      if (isKnown(new Asked(asked.attribute(), candidate))) {
        return candidate;
      }
    }
    return null;
  }

  private Stream<String> near(Term value) throws IOException {
    return Arrays.stream(
            nearby.suggestSimilar(
                value, MOST_NEAR, searcher.getIndexReader(), SuggestMode.SUGGEST_ALWAYS))
        .map(near -> near.string);
  }

  /** The tags of the language that has this name in English. */
  private static Stream<String> tags(String name) {
    return Arrays.stream(Locale.getISOLanguages())
        .filter(tag -> Locale.of(tag).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name));
  }

  private static String sentence(Asked asked, @Nullable String meant) {
    String label =
        switch (asked.attribute()) {
          case DOMAIN -> "site";
          case LANGUAGE -> "language";
          case SOURCE, SECTION, AUTHOR, TAG -> asked.attribute().label();
        };
    return "No article has the %s %s%s"
        .formatted(label, asked.value(), meant == null ? "." : "; did you mean " + meant + "?");
  }
}
