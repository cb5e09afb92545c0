package dev.dateline.benchmarks.wordforms;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Makes two tokens of a word at one position: one form as it is, then the other with {@link
 * WordForms#MARK} before it. The last filter of its chain.
 */
final class FormsFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final StringBuilder marked = new StringBuilder();
  private final boolean stemIsMarked;
  private final boolean onlyIfDifferent;

  /**
   * @param stemIsMarked whether the stem is the form with the mark, or else the word as written
   * @param onlyIfDifferent whether a word that is its own stem makes one token, without a mark
   */
  FormsFilter(TokenStream words, boolean stemIsMarked, boolean onlyIfDifferent) {
    super(words);
    this.stemIsMarked = stemIsMarked;
    this.onlyIfDifferent = onlyIfDifferent;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!marked.isEmpty()) {
      term.setEmpty().append(marked);
      position.setPositionIncrement(0);
      marked.setLength(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    // A copy, as the stemmer works in the buffer that it is given.
    stemmer.setCurrent(Arrays.copyOf(term.buffer(), term.length()), term.length());
    stemmer.stem();
    if (!onlyIfDifferent || differs()) {
      fork();
    }
    return true;
  }

  private boolean differs() {
    char[] stem = stemmer.getCurrentBuffer();
    int length = stemmer.getCurrentBufferLength();
    if (length != term.length()) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      if (stem[i] != term.charAt(i)) {
        return true;
      }
    }
    return false;
  }

  private void fork() {
    marked.append(WordForms.MARK);
    if (stemIsMarked) {
      marked.append(stemmer.getCurrentBuffer(), 0, stemmer.getCurrentBufferLength());
    } else {
      marked.append(term);
      term.copyBuffer(stemmer.getCurrentBuffer(), 0, stemmer.getCurrentBufferLength());
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    marked.setLength(0);
  }
}
