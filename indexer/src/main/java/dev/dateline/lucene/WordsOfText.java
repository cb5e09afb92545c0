package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words of texts as {@link Analysis#written} makes them, those that may be sought. Most words
 * are {@link PlainWords}: they need no analyzer, and those that begin as nothing sought does are
 * passed over. What is not plain goes through the analyzer, up to the next blank, as no word goes
 * over one. Used by one thread.
 */
final class WordsOfText {

  private final Beginnings beginnings;
  private final boolean positions;
  private final char[] letters = new char[PlainWords.LONGEST];

  /**
   * @param beginnings how words begin that are sought: others may be left out
   * @param positions whether it matters where a word stands among the others
   */
  WordsOfText(Beginnings beginnings, boolean positions) {
    this.beginnings = beginnings;
    this.positions = positions;
  }

  /** What is done with a word. */
  interface Use {
    /**
     * Takes a word.
     *
     * @param letters the word at its beginning, folded: only to be read, and not to be kept
     * @param start the offset of its first UTF-16 unit in the text
     * @param end the offset after its last
     * @param position its number among the words of the text, if it matters
     */
    void word(char[] letters, int length, int start, int end, int position);
  }

  /** Goes through the words of a text, in their order. */
  void forEach(String text, Use use) throws IOException {
    int position = 0;
    int at = 0;
    while (at < text.length()) {
      int end = PlainWords.wordEnd(text, at);
      if (end > at) {
        if (beginnings.mayBeAt(text, at)) {
          PlainWords.fold(text, at, end, letters);
          use.word(letters, end - at, at, end, position);
        }
        position++;
        at = end;
      } else if (PlainWords.isBetween(text, at)) {
        at++;
      } else {
        end = PlainWords.restEnd(text, at);
        position = rest(text, at, end, position, use);
        at = end;
      }
    }
  }

  /**
   * The words of a piece of the text that is not plain.
   *
   * @return the position after it
   */
  private int rest(String text, int from, int to, int position, Use use) throws IOException {
    if (isPassedOver(text, from, to)) {
      return position;
    }
    int words = position;
    // With the blank: the tokenizer forgets a word before half a surrogate pair at the end.
    String rest = text.substring(from, Math.min(to + 1, text.length()));
    try (TokenStream stream = Analysis.written().tokenStream("", rest)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        use.word(
            term.buffer(),
            term.length(),
            from + offset.startOffset(),
            from + offset.endOffset(),
            words++);
      }
      stream.end();
    }
    return words;
  }

  /** Where words are long, some are cut, and begin anywhere. */
  private boolean isPassedOver(String text, int from, int to) {
    return !positions && to - from <= PlainWords.LONGEST && !beginnings.mayBeIn(text, from, to);
  }
}
