package dev.dateline.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Gives each word twice at its position: as written, behind a mark, so that it is another term than
 * any stem; and then its stem.
 */
final class WordFormsFilter extends TokenFilter {

  /** Stands before a word as written; no token of the tokenizer starts so. */
  static final String MARK = "=";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final @Nullable EnglishStems english;

  /** The stem of the word that was given last, until it is given too. */
  private char @Nullable [] stem;

  /**
   * @param english whether words have English stems; else each is its own
   */
  WordFormsFilter(TokenStream words, boolean english) {
    super(words);
    this.english = english ? new EnglishStems() : null;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (stem != null) {
      term.copyBuffer(stem, 0, stem.length);
      increment.setPositionIncrement(0);
      stem = null;
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    int length = term.length();
    stem =
        english == null ? Arrays.copyOf(term.buffer(), length) : english.of(term.buffer(), length);
    char[] buffer = term.resizeBuffer(length + 1);
    System.arraycopy(buffer, 0, buffer, 1, length);
    buffer[0] = MARK.charAt(0);
    term.setLength(length + 1);
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    stem = null;
  }
}
