package dev.dateline.lucene;

import dev.dateline.index.Suggestion.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Finds what may be suggested, in the terms of all segments with one first letter. Fresh articles
 * count more than old ones: a term weighs the sum of how fresh its articles are, and a little for
 * each. Used by one thread.
 */
final class Candidates {

  /** The best of each segment that are weighed over all segments, for one that is shown. */
  private static final int MORE = 4;

  private final List<SegmentSuggestions> segments;
  private final float[] fading;

  /**
   * A term that may be suggested.
   *
   * @param articles how many articles have it, deleted and hidden ones too
   * @param weight what it weighs
   */
  record Candidate(SuggestionTerm term, int articles, float weight) {

    /** What tells it from others: a name is found by each of its words. */
    String name() {
      return term.kind() + " " + SuggestionTerm.key(term.written());
    }
  }

  /**
   * Candidates in the segments of a view.
   *
   * @param segments their terms with one first letter
   * @param now the instant from which age is counted where the index is not older, in milliseconds
   *     since 1970
   */
  Candidates(List<SegmentSuggestions> segments, long now) {
    this.segments = segments;
    long newest = segments.stream().mapToLong(each -> each.freshness().newest()).max().orElse(now);
    this.fading = new float[segments.size()];
    for (int i = 0; i < fading.length; i++) {
      fading[i] = segments.get(i).freshness().fading(Math.min(now, newest));
    }
  }

  /** The heaviest terms of each kind that start so. */
  Map<Kind, List<Candidate>> startingWith(String start, int most) {
    BytesRef bytes = new BytesRef(start);
    return best((segment, visitor) -> segment.startingWith(bytes, visitor), most);
  }

  /** The heaviest single words that start so. */
  List<Candidate> words(String start, int most) {
    BytesRef bytes = new BytesRef(start);
    return best((segment, visitor) -> segment.wordsStartingWith(bytes, visitor), most)
        .getOrDefault(Kind.PHRASE, List.of());
  }

  /**
   * The same for those that start nearly so. The first letter is taken as it is: few slip there.
   *
   * @param edits how many slips there may be, 1 or 2
   */
  Map<Kind, List<Candidate>> startingLike(String start, int edits, int most) {
    int second = start.offsetByCodePoints(0, 1);
    Automaton near =
        new LevenshteinAutomata(start.substring(second), true)
            .toAutomaton(edits, start.substring(0, second));
    ByteRunAutomaton automaton = new ByteRunAutomaton(near);
    return best((segment, visitor) -> segment.startingLike(automaton, visitor), most);
  }

  private Map<Kind, List<Candidate>> best(
      BiConsumer<SegmentSuggestions, IntConsumer> search, int most) {
    Set<SuggestionTerm> found = new HashSet<>();
    for (int i = 0; i < segments.size(); i++) {
      found.addAll(best(i, search, MORE * most));
    }
    Map<String, Candidate> best = new LinkedHashMap<>();
    found.stream()
        .map(this::weighed)
        .sorted(
            Comparator.comparingDouble(Candidate::weight)
                .reversed()
                .thenComparing(each -> each.term().text()))
        .forEach(each -> best.putIfAbsent(each.name(), each));
    return best.values().stream().collect(Collectors.groupingBy(each -> each.term().kind()));
  }

  /** A term of one segment, by its number. */
  private record Numbered(int number, float weight) {}

  private List<SuggestionTerm> best(
      int i, BiConsumer<SegmentSuggestions, IntConsumer> search, int most) {
    SegmentSuggestions segment = segments.get(i);
    Map<Kind, PriorityQueue<Numbered>> best = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      best.put(kind, new PriorityQueue<>(Comparator.comparingDouble(Numbered::weight)));
    }
    search.accept(
        segment,
        number -> {
          PriorityQueue<Numbered> ofKind = Objects.requireNonNull(best.get(segment.kind(number)));
          float weight = weight(i, number);
          if (ofKind.size() < most || weight > ofKind.element().weight()) {
            ofKind.add(new Numbered(number, weight));
            if (ofKind.size() > most) {
              ofKind.remove();
            }
          }
        });
    return best.values().stream()
        .flatMap(Collection::stream)
        .map(each -> segment.term(each.number()))
        .toList();
  }

  private float weight(int i, int number) {
    SegmentSuggestions segment = segments.get(i);
    return fading[i] * segment.recent(number) + Ranking.SUGGESTION_OLD * segment.articles(number);
  }

  private Candidate weighed(SuggestionTerm term) {
    BytesRef bytes = new BytesRef(term.text());
    int articles = 0;
    float weight = 0;
    for (int i = 0; i < segments.size(); i++) {
      int number = segments.get(i).number(bytes);
      if (number >= 0) {
        articles += segments.get(i).articles(number);
        weight += weight(i, number);
      }
    }
    return new Candidate(term, articles, weight);
  }
}
