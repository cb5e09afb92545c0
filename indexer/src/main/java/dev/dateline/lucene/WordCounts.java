package dev.dateline.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * How often each word, as written and as its stem, stands in the texts of an article, counted while
 * these are indexed, and indexed after them. So each text is analysed once, and a word is added
 * once, however often it is said: see docs/adr/0008-one-field-for-ranking.md. Used for one article.
 */
final class WordCounts {

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /**
   * Counts the words of a text as it is read.
   *
   * @param forms as {@link Analysis#of} makes them: words as written, and their stems
   * @param times how often each word counts
   */
  TokenStream counting(TokenStream forms, int times) {
    return new Counting(forms, times);
  }

  /** What was counted until now, in the order of the texts. */
  Map<String, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** The words that were counted until it is reset, each once. */
  TokenStream words() {
    return new Counted();
  }

  private final class Counting extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final int times;

    Counting(TokenStream forms, int times) {
      super(forms);
      this.times = times;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      counts.merge(term.toString(), times, Integer::sum);
      return true;
    }
  }

  private final class Counted extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private Iterator<Map.Entry<String, Integer>> rest = counts.entrySet().iterator();

    @Override
    public void reset() {
      rest = counts.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!rest.hasNext()) {
        return false;
      }
      clearAttributes();
      Map.Entry<String, Integer> word = rest.next();
      term.append(word.getKey());
      frequency.setTermFrequency(word.getValue());
      return true;
    }
  }
}
