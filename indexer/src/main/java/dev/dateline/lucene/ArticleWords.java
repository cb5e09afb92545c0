package dev.dateline.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of an article, as written and as stems. Each text is analysed once, and of its words
 * all fields are made: those with places, the one in which each word is counted, and the gist. Used
 * for one article, by one thread.
 */
final class ArticleWords {

  /** An article of news has some hundred words. */
  private static final int USUAL = 512;

  private final Vocabulary vocabulary;
  private Vocabulary.Word[] words = new Vocabulary.Word[USUAL];
  private int size;
  private final List<Vocabulary.Term> counted = new ArrayList<>(USUAL);
  private final Placed placed = new Placed();

  ArticleWords(@Nullable String language) {
    this.vocabulary = Vocabulary.take(language);
  }

  /**
   * The words of one text among those of the article.
   *
   * @param from the number of its first word
   * @param to the number after its last
   */
  record Text(int from, int to) {}

  /** Adds the words of a text that are not counted. */
  Text add(String text) {
    int from = size;
    vocabulary.forEach(text, this::add);
    return new Text(from, size);
  }

  /**
   * Adds the words of a text.
   *
   * @param times how often each word counts
   */
  Text add(String text, int times) {
    Text added = add(text);
    for (int i = added.from(); i < added.to(); i++) {
      count(words[i].written(), times);
      count(words[i].stem(), times);
    }
    return added;
  }

  private void add(Vocabulary.Word word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
    words[size++] = word;
  }

  private void count(Vocabulary.Term term, int times) {
    if (term.times == 0) {
      counted.add(term);
    }
    term.times += times;
  }

  /** What was counted, each term once, in the order of the texts. Nothing can be added then. */
  List<CountedTerm> end() {
    List<CountedTerm> terms = new ArrayList<>(counted.size());
    for (Vocabulary.Term term : counted) {
      terms.add(new CountedTerm(term.bytes, term.times));
      term.times = 0;
    }
    vocabulary.giveBack();
    return terms;
  }

  /** Both forms of each word of a text, at its position; valid until that of another is asked. */
  TokenStream placed(Text text) {
    placed.text = text;
    return placed;
  }

  /** These terms, each with how often it is said. */
  static TokenStream counted(List<CountedTerm> terms) {
    return new Counted(terms);
  }

  private final class Placed extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private Text text = new Text(0, 0);
    private int next;

    /** The stem of the word that was given last, until it is given too. */
    private @Nullable BytesRef stem;

    @Override
    public void reset() {
      next = text.from();
      stem = null;
    }

    @Override
    public boolean incrementToken() {
      if (stem != null) {
        term.setBytesRef(stem);
        increment.setPositionIncrement(0);
        stem = null;
        return true;
      }
      if (next == text.to()) {
        return false;
      }
      Vocabulary.Word word = words[next++];
      term.setBytesRef(word.written().bytes);
      increment.setPositionIncrement(1);
      stem = word.stem().bytes;
      return true;
    }
  }

  private static final class Counted extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final List<CountedTerm> terms;
    private int next;

    Counted(List<CountedTerm> terms) {
      this.terms = terms;
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      CountedTerm counted = terms.get(next++);
      term.setBytesRef(counted.term());
      frequency.setTermFrequency(counted.times());
      return true;
    }
  }
}
