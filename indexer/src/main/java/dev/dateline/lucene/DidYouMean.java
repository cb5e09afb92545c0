package dev.dateline.lucene;

import dev.dateline.index.SearchRequest;
import dev.dateline.query.QueryNode;
import dev.dateline.query.TextPart;
import dev.dateline.query.TypedWords;
import dev.dateline.query.TypedWords.TypedWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.LuceneLevenshteinDistance;
import org.apache.lucene.search.spell.StringDistance;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/**
 * The query that may have been meant by one that finds little: with words of the index in the place
 * of rare ones that are spelled nearly so, all else as it was typed. Every proposal was counted,
 * among the articles that can be found, and finds more. Used once.
 */
final class DidYouMean {

  /** A query with as many hits is taken as it was typed. Not fitted. */
  static final int ENOUGH = 5;

  /** A word of more articles is taken as it was typed. By benchmarks/spelling.md. */
  private static final int RARE = 1;

  /**
   * A word that takes a rare one's place is in so many times as many articles, at least. By
   * benchmarks/spelling.md, which hardly depends on it.
   */
  private static final int MORE = 10;

  /**
   * No word that somebody misspells is longer, and the time to look for what is spelled nearly so
   * grows with the length: for 600 letters it was two seconds, which no time limit stops.
   */
  private static final int LONGEST = 50;

  /** Words in the place of one that are tried. */
  private static final int MOST_WORDS = 3;

  /** Queries that are counted, at most: two misspelt words in all ways. */
  private static final int MOST_QUERIES = 9;

  /** Whether a word is too frequent is seen over all fields, not for each. */
  private static final float EVER_SO_FREQUENT = 0.999f;

  /** An edit weighs as much as being so many times as common. Not fitted. */
  private static final double EDIT = Math.log(50);

  private static final StringDistance DISTANCE = new LuceneLevenshteinDistance();

  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final Counting ofWord;
  private final Counting ofQuery;
  private final DirectSpellChecker nearby = new DirectSpellChecker();

  /** Counts the articles that can be found by a query. */
  interface Counting {
    int count(QueryNode query) throws IOException;
  }

  /**
   * A word in the place of another.
   *
   * @param likelihood how likely it is meant, beside others of the same place
   */
  private record Replacement(String word, double likelihood) {}

  /** Words in the places of others, and how likely they are meant. */
  private record Reading(Map<String, String> words, double likelihood) {
    Reading and(String typed, Replacement replacement) {
      Map<String, String> more = new LinkedHashMap<>(words);
      more.put(typed, replacement.word());
      return new Reading(more, likelihood + replacement.likelihood());
    }
  }

  /**
   * Corrects one query.
   *
   * @param ofWord counts among all articles, so that a word which some filter makes rare is left
   * @param ofQuery counts as the request has it, by all of its conditions
   */
  DidYouMean(IndexSearcher searcher, SearchRequest request, Counting ofWord, Counting ofQuery) {
    this.searcher = searcher;
    this.request = request;
    this.ofWord = ofWord;
    this.ofQuery = ofQuery;
    nearby.setMinPrefix(WordFormsFilter.MARK.length());
    nearby.setMinQueryLength(0);
    nearby.setMaxQueryFrequency(EVER_SO_FREQUENT);
    nearby.setMaxInspections(20);
  }

  /**
   * A query that finds more, or null.
   *
   * @param hits what the query finds
   */
  @Nullable QueryNode of(QueryNode query, long hits) throws IOException {
    List<Reading> readings = new ArrayList<>(List.of(new Reading(Map.of(), 0)));
    for (TypedWord word : TypedWords.of(query)) {
      List<Replacement> replacements = replacements(word);
      if (!replacements.isEmpty() && readings.size() * replacements.size() <= MOST_QUERIES) {
        readings =
            readings.stream()
                .flatMap(
                    reading -> replacements.stream().map(each -> reading.and(word.text(), each)))
                .toList();
      }
    }
    List<Reading> likeliestFirst =
        readings.stream()
            .filter(reading -> !reading.words().isEmpty())
            .sorted(Comparator.comparingDouble(Reading::likelihood).reversed())
            .toList();
    for (Reading reading : likeliestFirst) {
      QueryNode meant = TypedWords.replaced(query, reading.words());
      if (ofQuery.count(meant) > hits) {
        return meant;
      }
    }
    return null;
  }

  /** The likeliest words in the place of one, none if it is common enough. */
  private List<Replacement> replacements(TypedWord typed) throws IOException {
    String word = Analysis.fold(typed.text());
    int edits = Misspelling.edits(typed.text());
    if (edits == 0 || word.length() > LONGEST) {
      return List.of();
    }
    nearby.setMaxEdits(edits);
    int having = ofWord.count(alone(word, typed.where()));
    if (having > RARE) {
      return List.of();
    }
    List<Replacement> replacements = new ArrayList<>();
    for (Replacement each : near(word, typed.where())) {
      if (replacements.size() < MOST_WORDS
          && ofWord.count(alone(each.word(), typed.where())) >= Math.max(1, MORE * having)) {
        replacements.add(each);
      }
    }
    return replacements;
  }

  private static QueryNode alone(String word, List<TextPart> where) {
    QueryNode node = new QueryNode.Word(word);
    return where.isEmpty() ? node : new QueryNode.In(where, node);
  }

  /** The words of the index that are spelled nearly so, the likeliest first. */
  private List<Replacement> near(String word, List<TextPart> where) throws IOException {
    Map<String, Integer> articles = new HashMap<>();
    for (String field : fields(where.isEmpty() ? request.searchIn() : where)) {
      Term term = new Term(field, WordFormsFilter.MARK + word);
      for (SuggestWord near :
          nearby.suggestSimilar(
              term, 2 * MOST_WORDS, searcher.getIndexReader(), SuggestMode.SUGGEST_ALWAYS)) {
        articles.merge(near.string, near.freq, Integer::sum);
      }
    }
    return articles.entrySet().stream()
        .map(each -> replacement(word, each.getKey().substring(1), each.getValue()))
        .sorted(
            Comparator.comparingDouble(Replacement::likelihood)
                .reversed()
                .thenComparing(Replacement::word))
        .toList();
  }

  private static Replacement replacement(String typed, String word, int articles) {
    int shorter = Math.min(typed.length(), word.length());
    double similarity = DISTANCE.getDistance(typed, word); // 1 - edits / length of the shorter
    double edits = (1 - similarity) * shorter;
    return new Replacement(word, Math.log(articles) - edits * EDIT);
  }

  private static List<String> fields(Collection<TextPart> parts) {
    return parts.isEmpty()
        ? List.of(Fields.WORDS)
        : parts.stream().sorted().flatMap(part -> Fields.of(part).stream()).toList();
  }
}
