package dev.dateline.lucene;

import dev.dateline.index.Suggestion.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefArray;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.Counter;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * The terms of {@link Fields#SUGGESTIONS} of a segment that begin with one letter, in memory and in
 * order, each with what it weighs. A segment never changes, so that this is made once a segment:
 * little for what was just committed, and after a merge far less than the merge itself. Deleted and
 * hidden articles count here; who shows a term counts again. Thread-safe once it is made.
 */
final class SegmentSuggestions {

  /**
   * From this size on, a phrase that one article has alone in a segment is not kept: most are never
   * seen again, and they are four of five terms.
   */
  private static final int LARGE = 2_000;

  private final BytesRefArray terms = new BytesRefArray(Counter.newCounter());
  private int[] articles = new int[16];
  private float[] recent = new float[16];
  private byte[] kinds = new byte[16];
  private final BitSet singleWords = new BitSet();
  private final Freshness freshness;

  private SegmentSuggestions(Freshness freshness) {
    this.freshness = freshness;
  }

  /**
   * Reads the terms that begin with a letter.
   *
   * @param letter a code point
   * @param freshness of the same segment
   */
  static SegmentSuggestions read(LeafReader reader, int letter, Freshness freshness)
      throws IOException {
    SegmentSuggestions made = new SegmentSuggestions(freshness);
    Terms terms = reader.terms(Fields.SUGGESTIONS);
    if (terms != null) {
      made.read(
          terms.iterator(), new BytesRef(Character.toString(letter)), reader.maxDoc() >= LARGE);
    }
    return made;
  }

  private void read(TermsEnum all, BytesRef start, boolean large) throws IOException {
    PostingsEnum postings = null;
    BytesRef term = all.seekCeil(start) == SeekStatus.END ? null : all.term();
    for (; term != null && StringHelper.startsWith(term, start); term = all.next()) {
      int having = all.docFreq();
      Kind kind = SuggestionTerm.kind(term);
      if (large && having == 1 && kind == Kind.PHRASE) {
        continue;
      }
      postings = all.postings(postings, PostingsEnum.NONE);
      float sum = 0;
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        sum += freshness.of(doc);
      }
      add(term, kind, having, sum);
    }
    kinds = Arrays.copyOf(kinds, terms.size());
    articles = Arrays.copyOf(articles, terms.size());
    recent = Arrays.copyOf(recent, terms.size());
  }

  private void add(BytesRef term, Kind kind, int having, float sum) {
    int number = terms.append(term);
    kinds = ArrayUtil.grow(kinds, number + 1);
    articles = ArrayUtil.grow(articles, number + 1);
    recent = ArrayUtil.grow(recent, number + 1);
    kinds[number] = SuggestionTerm.letter(kind);
    singleWords.set(number, kind == Kind.PHRASE && SuggestionTerm.isSingleWord(term));
    articles[number] = having;
    recent[number] = sum;
  }

  SuggestionTerm term(int number) {
    return SuggestionTerm.parse(terms.get(new BytesRefBuilder(), number).utf8ToString());
  }

  Kind kind(int number) {
    return SuggestionTerm.kind(kinds[number]);
  }

  int articles(int number) {
    return articles[number];
  }

  Freshness freshness() {
    return freshness;
  }

  /** The sum of how fresh its articles were when the newest of the segment was published. */
  float recent(int number) {
    return recent[number];
  }

  /** The number of a term, or -1. */
  int number(BytesRef term) {
    int number = from(term);
    boolean there =
        number < terms.size() && terms.get(new BytesRefBuilder(), number).bytesEquals(term);
    return there ? number : -1;
  }

  /** The number of the first term from this one on, or how many there are. */
  private int from(BytesRef term) {
    return from(term, 0, terms.size());
  }

  /** The same among those from one number to another, of which all before the first are less. */
  private int from(BytesRef term, int first, int end) {
    BytesRefBuilder scratch = new BytesRefBuilder();
    int low = first;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (terms.get(scratch, middle).compareTo(term) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Shows all terms that start so. */
  void startingWith(BytesRef start, IntConsumer visitor) {
    int end = from(after(start));
    for (int number = from(start); number < end; number++) {
      visitor.accept(number);
    }
  }

  /** Shows all single words that start so. */
  void wordsStartingWith(BytesRef start, IntConsumer visitor) {
    startingWith(
        start,
        number -> {
          if (singleWords.get(number)) {
            visitor.accept(number);
          }
        });
  }

  /**
   * Shows all terms of which a start is accepted. What an automaton rejects at some byte is passed
   * over with all that starts the same.
   */
  void startingLike(ByteRunAutomaton automaton, IntConsumer visitor) {
    BytesRefBuilder scratch = new BytesRefBuilder();
    for (int number = 0; number < terms.size(); ) {
      BytesRef term = terms.get(scratch, number);
      int state = 0;
      int read = 0;
      while (state >= 0 && !automaton.isAccept(state) && read < term.length) {
        state = automaton.step(state, term.bytes[term.offset + read] & 0xff);
        read++;
      }
      int end = end(new BytesRef(term.bytes, term.offset, read), number);
      if (state >= 0 && automaton.isAccept(state)) {
        for (int i = number; i < end; i++) {
          visitor.accept(i);
        }
      }
      number = end;
    }
  }

  /** The number after the last term that starts so, as this one does. Most are near. */
  private int end(BytesRef start, int number) {
    BytesRef after = after(start);
    BytesRefBuilder scratch = new BytesRefBuilder();
    int step = 1;
    while (number + step < terms.size() && terms.get(scratch, number + step).compareTo(after) < 0) {
      step *= 2;
    }
    return from(after, number + step / 2, Math.min(number + step, terms.size()));
  }

  /** The least term after all that start so. Terms are UTF-8, which has no byte 255. */
  private static BytesRef after(BytesRef start) {
    byte[] bytes = Arrays.copyOfRange(start.bytes, start.offset, start.offset + start.length + 1);
    bytes[start.length] = (byte) 0xff;
    return new BytesRef(bytes);
  }
}
