package dev.dateline.benchmarks.wordforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The ways in which an index may carry a word's stem and the word as it was written. */
public enum WordForms {
  /** The floor: no exact matching. */
  STEMS_ONLY,
  /** Stems in one field, words as written in another. */
  TWO_FIELDS,
  /** The same, where stems have frequencies only: no nearness of plain words. */
  TWO_FIELDS_BARE,
  /** Both in one field at one position; the word as written is marked. */
  WRITTEN_MARKED,
  /** Words as written, marked, only where they differ: exact "hope" then finds "hoping". */
  WRITTEN_MARKED_IF_DIFFERENT,
  /**
   * The word as written, and its stem, marked, only where it differs. A plain word is looked up as
   * a pair: its stem as a word, and its stem marked.
   */
  STEM_MARKED_IF_DIFFERENT;

  /** Ends the name of the second field. */
  public static final String WRITTEN = ".written";

  /** No token of the tokenizer starts with it. */
  static final char MARK = '=';

  /** No phrase reaches from one value of a field into the next. */
  private static final int GAP = 100;

  boolean twoFields() {
    return this == TWO_FIELDS || this == TWO_FIELDS_BARE;
  }

  /** What makes the tokens of a field. */
  public Analyzer analyzer() {
    return new Analyzer(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(source);
        words = new EnglishPossessiveFilter(new ASCIIFoldingFilter(words));
        return new TokenStreamComponents(source, field.endsWith(WRITTEN) ? words : forms(words));
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return GAP;
      }
    };
  }

  private TokenStream forms(TokenStream words) {
    return switch (this) {
      case STEMS_ONLY, TWO_FIELDS, TWO_FIELDS_BARE ->
          new SnowballFilter(words, new EnglishStemmer());
      case WRITTEN_MARKED -> new FormsFilter(words, false, false);
      case WRITTEN_MARKED_IF_DIFFERENT -> new FormsFilter(words, false, true);
      case STEM_MARKED_IF_DIFFERENT -> new FormsFilter(words, true, true);
    };
  }

  /** A plain word, which matches its inflected forms. */
  Query plain(String field, String word) {
    String stem = stem(word);
    if (this != STEM_MARKED_IF_DIFFERENT) {
      return new TermQuery(new Term(field, stem));
    }
    Term marked = new Term(field, MARK + stem);
    return stem(stem).equals(stem)
        ? new SynonymQuery.Builder(field).addTerm(new Term(field, stem)).addTerm(marked).build()
        : new TermQuery(marked);
  }

  /** Words as written, one after the other. */
  Query phrase(String field, List<String> words) {
    return new PhraseQuery(
        writtenField(field), words.stream().map(this::written).toArray(String[]::new));
  }

  /** Every word as written that starts so. */
  Query prefix(String field, String start) {
    return new PrefixQuery(new Term(writtenField(field), written(start)));
  }

  private String writtenField(String field) {
    return twoFields() ? field + WRITTEN : field;
  }

  private String written(String word) {
    return switch (this) {
      case STEMS_ONLY -> stem(word);
      case TWO_FIELDS, TWO_FIELDS_BARE, STEM_MARKED_IF_DIFFERENT -> word;
      case WRITTEN_MARKED -> MARK + word;
      case WRITTEN_MARKED_IF_DIFFERENT -> stem(word).equals(word) ? word : MARK + word;
    };
  }

  /** What the English stemmer of Lucene makes of a word. */
  public static String stem(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  /** The words of a text as written, folded as the index folds them. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (Analyzer analyzer = TWO_FIELDS.analyzer();
        TokenStream tokens = analyzer.tokenStream(WRITTEN, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new AssertionError("a string can be read", impossible);
    }
    return words;
  }
}
