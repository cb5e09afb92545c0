package dev.dateline.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Words and their terms as {@link Analysis} makes them, which are remembered, as few words make up
 * most of a text: a word that was seen before costs one look-up. For English, or for all languages
 * that have no stems. Used by one thread at a time, for one article.
 */
final class Vocabulary {

  /**
   * Letters of the words that are remembered from article to article, at most: of some 25,000
   * words, 5 MB or so for each article that is analysed at a time. Not fitted.
   */
  private static final int MOST = 200_000;

  private static final int KEPT = Runtime.getRuntime().availableProcessors();
  private static final BlockingDeque<Vocabulary> ENGLISH = new LinkedBlockingDeque<>(KEPT);
  private static final BlockingDeque<Vocabulary> NEUTRAL = new LinkedBlockingDeque<>(KEPT);

  /** A term of the index, and how often the article at hand has it. */
  static final class Term {
    final BytesRef bytes;
    int times;

    private Term(BytesRef bytes) {
      this.bytes = bytes;
    }
  }

  /** A word: its term as written, and its stem, which other words may have too. */
  record Word(Term written, Term stem) {}

  private final @Nullable EnglishStems stems;
  private int letters;
  private final CharArrayMap<Word> words = new CharArrayMap<>(16, false);
  private final CharArrayMap<Term> terms = new CharArrayMap<>(16, false);
  private final WordsOfText reader = new WordsOfText(new Beginnings(List.of("")), true);

  private Vocabulary(boolean english) {
    this.stems = english ? new EnglishStems() : null;
  }

  /** One for articles in this language, which nobody else has until it is given back. */
  static Vocabulary take(@Nullable String language) {
    boolean english = Analysis.isEnglish(language);
    Vocabulary idle = (english ? ENGLISH : NEUTRAL).pollFirst();
    return idle == null ? new Vocabulary(english) : idle;
  }

  /** Gives it back; the article of which words were asked has no more. */
  void giveBack() {
    if (letters > MOST) {
      letters = 0;
      words.clear();
      terms.clear();
    }
    (stems == null ? NEUTRAL : ENGLISH).offerFirst(this);
  }

  /** Goes through the words of a text, in their order; each stands one position after the last. */
  void forEach(String text, Consumer<Word> use) {
    try {
      reader.forEach(text, (word, length, start, end, position) -> use.accept(word(word, length)));
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  private Word word(char[] folded, int length) {
    Word known = words.get(folded, 0, length);
    if (known != null) {
      return known;
    }
    char[] word = Arrays.copyOf(folded, length);
    Term written = new Term(new BytesRef(WordFormsFilter.MARK + new String(word)));
    Word made = new Word(written, stem(stems == null ? word : stems.anew(word, length)));
    words.put(word, made);
    letters += length;
    return made;
  }

  private Term stem(char[] stem) {
    Term known = terms.get(stem, 0, stem.length);
    if (known != null) {
      return known;
    }
    Term term = new Term(new BytesRef(new String(stem)));
    terms.put(stem, term);
    return term;
  }
}
