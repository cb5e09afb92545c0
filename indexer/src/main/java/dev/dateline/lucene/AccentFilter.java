package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Leaves out accents that are characters of their own, as in texts from PDFs and some file systems,
 * so that both spellings of é are one.
 */
final class AccentFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  AccentFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] buffer = term.buffer();
    int kept = 0;
    for (int i = 0; i < term.length(); i++) {
      if (!isAccent(buffer[i])) {
        buffer[kept++] = buffer[i];
      }
    }
    term.setLength(kept);
    return true;
  }

  /** Of the block "Combining Diacritical Marks". */
  private static boolean isAccent(char unit) {
    return unit >= '\u0300' && unit <= '\u036F';
  }
}
