package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The words that stand for one of a query, looked up within the time of the search. Of a beginning
 * within a phrase so many that a common one costs no more than a long query, and those that most
 * articles have; it remembers for which there were more. Used by one search.
 */
final class Expansions {

  /**
   * Words a beginning in a field. Over 23,656 news articles {@code "a* b* c* d*"} took .44 s and
   * found 5 of 8 articles, {@code "s* t* p*"~20} 16,182 of 17,378; with 1,024 words they took 2.2
   * and 1.3 s. A beginning of three letters and more seldom has as many.
   */
  static final int MOST = 128;

  /** The same for finding as for counting. */
  private final Map<Term, Term[]> known = new HashMap<>();

  private final Map<Fuzzy, Query> fuzzy = new HashMap<>();

  private final Set<String> cut = new LinkedHashSet<>();

  private final TimeLimit limit;

  Expansions(TimeLimit limit) {
    this.limit = limit;
  }

  private record Fuzzy(Term term, int edits, int most) {}

  private record Candidate(BytesRef term, int articles) {}

  /** Articles with a term that starts like this one. */
  Query starting(Term start) {
    return new TimedTerms.Starting(start, limit);
  }

  /**
   * Articles with a term that is spelled nearly like this one.
   *
   * @param most terms that it may stand for; the nearest are taken
   */
  Query near(Term term, int edits, int most) {
    return fuzzy.computeIfAbsent(
        new Fuzzy(term, edits, most), each -> new TimedTerms.Near(term, edits, most, limit));
  }

  /** The terms of a field that start like this one, in the index that is searched. */
  Term[] of(IndexReader reader, Term start) throws IOException {
    Term[] terms = known.get(start);
    if (terms == null) {
      terms = best(reader, start);
      known.put(start, terms);
    }
    return terms;
  }

  private Term[] best(IndexReader reader, Term start) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, start.field());
    if (terms == null) {
      return new Term[0];
    }
    PriorityQueue<Candidate> best =
        new PriorityQueue<>(Comparator.comparingInt(Candidate::articles));
    TermsEnum each = terms.iterator();
    TermsEnum.SeekStatus status = each.seekCeil(start.bytes());
    BytesRef term = status == TermsEnum.SeekStatus.END ? null : each.term();
    while (term != null && StringHelper.startsWith(term, start.bytes())) {
      limit.check();
      best.add(new Candidate(BytesRef.deepCopyOf(term), each.docFreq()));
      if (best.size() > MOST) {
        best.remove();
        cut.add(start.text().substring(WordFormsFilter.MARK.length()));
      }
      term = each.next();
    }
    return best.stream()
        .map(candidate -> new Term(start.field(), candidate.term()))
        .toArray(Term[]::new);
  }

  /** What the person who searched should know, in sentences. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (String start : cut) {
      warnings.add(
          String.format(
              "More than %d words start with \"%s\"; in the phrase, the most frequent were"
                  + " searched.",
              MOST, start));
    }
    return warnings;
  }
}
