package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.article.Urls;
import dev.dateline.json.ArticleJson;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An article as a document of the index, and back. */
final class ArticleDocument {

  /** UTF-16 units, of at most three bytes each: a term has at most 32,766 bytes. */
  private static final int LONGEST_URL = 8_000;

  private final Document document = new Document();
  private final ArticleWords words;

  private ArticleDocument(@Nullable String language) {
    this.words = new ArticleWords(language);
  }

  /** The document of an article. */
  static Document of(Article article) {
    ArticleDocument made = new ArticleDocument(article.language());
    made.identity(article);
    made.text(article);
    made.attributes(article);
    made.suggestions(article);
    made.time(article);
    return made.document;
  }

  /** The article of a document. */
  static Article read(StoredFields stored, int doc) throws IOException {
    return read(stored(stored, doc));
  }

  /** The article of the stored field. */
  static Article read(BytesRef json) throws IOException {
    return ArticleJson.fromBytes(json.bytes, json.offset, json.length);
  }

  /** The stored field of a document. */
  static BytesRef stored(StoredFields stored, int doc) throws IOException {
    return stored.document(doc, Set.of(Fields.ARTICLE)).getBinaryValue(Fields.ARTICLE);
  }

  private void identity(Article article) {
    document.add(new StringField(Fields.ID, article.id(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.ID_HASH, IdHash.of(article.id())));
    url(article.url());
    document.add(new StoredField(Fields.ARTICLE, ArticleJson.toBytes(article)));
    byte[] shown = ArticleJson.toBytes(ShownArticle.of(article, Set.of()));
    document.add(new BinaryDocValuesField(Fields.SHOWN, new BytesRef(shown)));
  }

  /** An address longer than any that a person would paste is no term. */
  private void url(@Nullable String url) {
    String canonical = url == null ? "" : Urls.canonical(url);
    if (!canonical.isEmpty() && canonical.length() <= LONGEST_URL) {
      document.add(new StringField(Fields.URL, canonical, Field.Store.NO));
    }
  }

  private void text(Article article) {
    words(Fields.TITLE, article.title());
    words(Fields.ORIGINAL_TITLE, article.originalTitle());
    words(Fields.SUMMARY, article.summary());
    article.takeaways().forEach(takeaway -> words(Fields.TAKEAWAYS, takeaway));
    article.body().forEach(paragraph -> words(Fields.BODY, paragraph));
    article.parts().stream().map(Part::text).forEach(part -> words(Fields.PARTS, part));
    article.authors().forEach(name -> placed(Fields.AUTHOR_WORDS, words.add(name)));
    List<CountedTerm> counted = words.end();
    document.add(
        new WordsField(Fields.WORDS, WordsField.COUNTED, () -> ArticleWords.counted(counted)));
    Set<String> functionWords = FunctionWords.stems(article.language());
    document.add(new BinaryDocValuesField(Fields.GIST, Gist.of(counted, functionWords)));
  }

  private void attributes(Article article) {
    Source source = article.source();
    value(Attribute.SOURCE, source == null ? null : source.name());
    value(Attribute.DOMAIN, article.domain());
    value(Attribute.SECTION, article.section());
    values(Attribute.AUTHOR, article.authors());
    values(Attribute.TAG, article.tags());
    value(Attribute.LANGUAGE, article.language());
  }

  private void suggestions(Article article) {
    for (String term : SuggestionTerms.of(article)) {
      document.add(new StringField(Fields.SUGGESTIONS, term, Field.Store.NO));
    }
  }

  private void time(Article article) {
    if (article.published() != null) {
      published(article.published());
    }
    switch (article.status()) {
      case Status.Usable usable -> {}
      case Status.Withdrawn withdrawn -> hiddenUntil(Long.MAX_VALUE);
      case Status.Embargoed embargoed -> hiddenUntil(Millis.of(embargoed.until()));
    }
  }

  private void published(Published published) {
    long at = Millis.of(published.at());
    document.add(new NumericDocValuesField(Fields.PUBLISHED, at));
    if (published.precision() == Published.Precision.DAY) {
      long day = published.day().toEpochDay();
      document.add(new LongPoint(Fields.PUBLISHED_DAY, day));
      document.add(new NumericDocValuesField(Fields.PUBLISHED_DAY, day));
    } else {
      document.add(new LongPoint(Fields.PUBLISHED_AT, at));
    }
  }

  private void hiddenUntil(long millis) {
    document.add(new LongPoint(Fields.HIDDEN_UNTIL, millis));
  }

  private void words(String field, @Nullable String text) {
    if (text != null) {
      placed(field, words.add(text, Ranking.times(field)));
    }
  }

  private void placed(String field, ArticleWords.Text text) {
    document.add(new WordsField(field, WordsField.PLACED, () -> words.placed(text)));
  }

  private void value(Attribute attribute, @Nullable String value) {
    values(attribute, value == null ? List.of() : List.of(value));
  }

  /**
   * Each value once, as it is first written. A value longer than any that a person would filter by
   * is kept with the article, and is no term.
   */
  private void values(Attribute attribute, List<String> values) {
    Map<String, FacetTerm> terms = new LinkedHashMap<>();
    for (String value : values) {
      FacetTerm term = FacetTerm.of(value);
      if (!term.folded().isEmpty() && term.folded().length() <= Article.MAX_ID_LENGTH) {
        terms.putIfAbsent(term.folded(), term);
      }
    }
    for (FacetTerm term : terms.values()) {
      for (String name : Labels.broader(attribute, term.folded())) {
        document.add(new StringField(Fields.of(attribute), name, Field.Store.NO));
      }
      document.add(new SortedSetDocValuesField(Fields.facet(attribute), new BytesRef(term.text())));
    }
  }

  /** A text field whose words are made as the article's language has it, whatever the writer's. */
  private static final class WordsField extends Field {
    /** With the positions of words, for phrases. */
    static final FieldType PLACED = new FieldType(TextField.TYPE_NOT_STORED);

    /** How often a word occurs, for ranking. */
    static final FieldType COUNTED = new FieldType(TextField.TYPE_NOT_STORED);

    static {
      PLACED.freeze();
      COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
      COUNTED.freeze();
    }

    private final Supplier<TokenStream> words;

    WordsField(String name, FieldType type, Supplier<TokenStream> words) {
      super(name, type);
      this.words = words;
    }

    @Override
    public TokenStream tokenStream(Analyzer writers, @Nullable TokenStream reuse) {
      return words.get();
    }
  }
}
