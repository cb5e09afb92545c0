package dev.dateline.lucene;

import dev.dateline.index.FacetValue;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * How many documents of a set each value of an attribute would find. Counted by number within a
 * segment; only the values that were met are then looked up, and added up over the segments, and to
 * those that are broader: {@code edition.cnn.com} counts for {@code cnn.com} too.
 */
final class FacetCounts {

  /** By the number of articles, most first, then by the value. */
  private static final Comparator<Value> ORDER =
      Comparator.comparingInt(Value::articles).reversed().thenComparing(Value::folded);

  private final Attribute attribute;

  /** The values that were met, by their folded form. */
  private final Map<String, Value> values;

  /**
   * A value in all its spellings.
   *
   * @param written the spelling of most articles
   * @param spelled how many articles write it so
   * @param articles how many articles count for it
   */
  private record Value(String folded, String written, int spelled, int articles) {

    Value and(Value other) {
      boolean more =
          spelled != other.spelled ? spelled > other.spelled : written.compareTo(other.written) < 0;
      Value usual = more ? this : other;
      return new Value(folded, usual.written, usual.spelled, articles + other.articles);
    }

    Value finding(int found) {
      return new Value(folded, written, spelled, found);
    }
  }

  private FacetCounts(Attribute attribute, Map<String, Value> values) {
    this.attribute = attribute;
    this.values = values;
  }

  static FacetCounts of(HitSet set, Attribute attribute) throws IOException {
    Map<FacetTerm, Integer> spellings = new HashMap<>();
    for (HitSet.Segment segment : set.segments()) {
      FacetField field = FacetField.of(segment.reader(), Fields.facet(attribute));
      int[] counts = field.counts(segment.hits());
      for (int number = 0; number < counts.length; number++) {
        if (counts[number] > 0) {
          spellings.merge(field.term(number), counts[number], Integer::sum);
        }
      }
    }
    return new FacetCounts(attribute, values(spellings));
  }

  private static Map<String, Value> values(Map<FacetTerm, Integer> spellings) {
    Map<String, Value> values = new HashMap<>();
    spellings.forEach(
        (term, count) -> {
          Value value = new Value(term.folded(), term.written(), count, count);
          values.merge(term.folded(), value, Value::and);
        });
    return values;
  }

  /**
   * The values that find most documents, in order.
   *
   * @param size how many of them, at most
   * @param chosen values that are there in any case
   */
  List<FacetValue> top(int size, Collection<FacetTerm> chosen) {
    Map<String, Value> all = new HashMap<>(values);
    for (FacetTerm term : chosen) {
      all.putIfAbsent(term.folded(), new Value(term.folded(), term.written(), 0, 0));
    }
    Map<String, Value> found = Labels.isNested(attribute) ? broad(all) : all;
    PriorityQueue<Value> best = new PriorityQueue<>(ORDER.reversed());
    for (String folded : values.keySet()) {
      Value value = found.get(folded);
      if (best.size() < size) {
        best.add(value);
      } else if (ORDER.compare(value, best.element()) < 0) {
        best.remove();
        best.add(value);
      }
    }
    TreeSet<Value> shown = new TreeSet<>(ORDER);
    shown.addAll(best);
    chosen.forEach(term -> shown.add(found.get(term.folded())));
    return shown.stream().map(each -> new FacetValue(each.written(), each.articles())).toList();
  }

  /**
   * The values with the articles of all that a filter by them would find. An article has one site
   * and one language, so that none counts twice.
   */
  private Map<String, Value> broad(Map<String, Value> all) {
    Map<String, Integer> articles = new HashMap<>();
    for (Value value : all.values()) {
      for (String name : Labels.broader(attribute, value.folded())) {
        articles.merge(name, value.articles(), Integer::sum);
      }
    }
    Map<String, Value> broad = new HashMap<>();
    all.forEach((name, value) -> broad.put(name, value.finding(articles.getOrDefault(name, 0))));
    return broad;
  }
}
