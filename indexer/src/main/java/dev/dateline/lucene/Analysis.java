package dev.dateline.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * How text becomes words, by language. Tokens follow Unicode (UAX #29), case and diacritics fold, a
 * possessive 's is no part of a word (in any language, so that a query needs none of its own), and
 * no word is left out. Each word is kept twice at its position, in one field: as written, behind
 * {@value WordFormsFilter#MARK}, for phrases, prefixes and fuzzy words; and as its stem, for plain
 * words. English is stemmed by Snowball's English stemmer (Porter2), which keeps "news" apart from
 * "new"; other languages keep the word itself as its stem.
 *
 * <p>Why one field: docs/adr/0002-word-forms.md.
 */
final class Analysis {

  /**
   * What separates paragraphs, takeaways and parts, in positions, so that no phrase reaches from
   * one into the next.
   */
  static final int GAP = 100;

  /** What is not a single blank; most texts have nothing else. */
  private static final Pattern BLANKS = Pattern.compile("\\s{2,}|[\\s&&[^ ]]");

  private static final Analyzer ENGLISH = new WordForms(true, true);
  private static final Analyzer NEUTRAL = new WordForms(false, true);
  private static final Analyzer WRITTEN = new WordForms(false, false);

  private Analysis() {}

  /**
   * The analyzer for an article's language; where it is not known, English, as most of what carries
   * no language is.
   */
  static Analyzer of(@Nullable String language) {
    return isEnglish(language) ? ENGLISH : NEUTRAL;
  }

  /** The words as written, without their stems and the mark: for texts that are shown. */
  static Analyzer written() {
    return WRITTEN;
  }

  /** Whether articles in this language have English stems. */
  static boolean isEnglish(@Nullable String language) {
    return language == null || language.equals("en") || language.startsWith("en-");
  }

  /** A value as attributes are compared: in lower case, without diacritics, with single blanks. */
  static String fold(String value) {
    return ascii(singleBlanks(value).toLowerCase(Locale.ROOT));
  }

  /** A text without blanks at its ends, and with one where there are several. */
  static String singleBlanks(String text) {
    return BLANKS.matcher(text.strip()).replaceAll(" ");
  }

  /** A text without diacritics. */
  static String ascii(String text) {
    if (text.chars().allMatch(unit -> unit < 0x80)) {
      return text;
    }
    char[] folded = new char[4 * text.length()];
    int length = ASCIIFoldingFilter.foldToASCII(text.toCharArray(), 0, folded, 0, text.length());
    return new String(folded, 0, length);
  }

  /**
   * A word of a query, which is of no known language: an article may be in any.
   *
   * @param position its position among the words of the text
   * @param written its term as written
   * @param english its stem in English articles
   */
  record QueryWord(int position, String written, String english) {

    /** Its stem in the articles of other languages: itself. */
    String neutral() {
      return written.substring(WordFormsFilter.MARK.length());
    }

    /** Whether the stems differ. */
    boolean isInflected() {
      return !english.equals(neutral());
    }
  }

  /** The words of a query's text. */
  static List<QueryWord> words(String text) {
    List<QueryWord> words = new ArrayList<>();
    try (TokenStream stream = ENGLISH.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        String written = term.toString();
        stream.incrementToken(); // its stem follows, at the same position
        words.add(new QueryWord(position, written, term.toString()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
    return words;
  }

  private static final class WordForms extends Analyzer {
    private final boolean english;
    private final boolean asWritten;

    WordForms(boolean english, boolean asWritten) {
      this.english = english;
      this.asWritten = asWritten;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer tokenizer = new StandardTokenizer();
      TokenStream lower = new LowerCaseFilter(tokenizer);
      TokenStream folded = new AccentFilter(new ASCIIFoldingFilter(lower));
      TokenStream words = new EnglishPossessiveFilter(folded);
      return new TokenStreamComponents(
          tokenizer, asWritten ? new WordFormsFilter(words, english) : words);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }
}
