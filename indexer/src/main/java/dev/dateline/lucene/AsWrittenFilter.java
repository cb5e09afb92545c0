package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Puts a mark before the tokens that no stemmer may touch, so that they are other terms than the
 * stems.
 */
final class AsWrittenFilter extends TokenFilter {

  /** Stands before a word as written; no token of the tokenizer starts so. */
  static final String MARK = "=";

  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  AsWrittenFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (keyword.isKeyword()) {
      int length = term.length();
      char[] buffer = term.resizeBuffer(length + 1);
      System.arraycopy(buffer, 0, buffer, 1, length);
      buffer[0] = MARK.charAt(0);
      term.setLength(length + 1);
    }
    return true;
  }
}
