package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.index.Snippet;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/** Pieces of an article that show where a query's words are. Used by one thread. */
final class Snippets {

  /** No snippets for any article. */
  static final Snippets NONE = new Snippets(null);

  /** Snippets of a body or of other parts, at most, best first. */
  private static final int MOST = 3;

  /** The length at which sentences are taken together, in characters: two lines on a page. */
  private static final int GOAL = 180;

  /** Text beyond this many characters is not looked at: no reader gets there from a snippet. */
  private static final int LONGEST_TEXT = 200_000;

  /**
   * The character at which the highlighter splits a text into values, as paragraphs are split in
   * the index, so that no phrase reaches over.
   */
  private static final String BETWEEN_PARAGRAPHS = "\0";

  private final @Nullable Query query;

  private Snippets(@Nullable Query query) {
    this.query = query;
  }

  /** The snippets for a query, which has neither the request's filters nor recency. */
  static Snippets of(Query query) {
    return new Snippets(query);
  }

  /** The snippets of an article, by field; fields without any are left out. */
  SequencedMap<String, List<Snippet>> in(Article article) throws IOException {
    SequencedMap<String, List<Snippet>> found = new LinkedHashMap<>();
    if (query == null) {
      return found;
    }
    Pieces pieces = new Pieces(article.language(), query, found);
    pieces.whole(Fields.TITLE, article.title());
    pieces.whole(Fields.ORIGINAL_TITLE, article.originalTitle());
    pieces.whole(Fields.SUMMARY, article.summary());
    for (String takeaway : article.takeaways()) {
      pieces.whole(Fields.TAKEAWAYS, takeaway);
    }
    pieces.sentences(Fields.BODY, String.join(BETWEEN_PARAGRAPHS, article.body()));
    for (Part part : article.parts()) {
      pieces.sentences(Fields.PARTS, part.text());
    }
    return found;
  }

  /** The pieces of one article, as they are found. */
  private record Pieces(
      @Nullable String language, Query query, SequencedMap<String, List<Snippet>> found) {

    void whole(String field, @Nullable String text) throws IOException {
      put(field, text, WholeBreakIterator::new);
    }

    void sentences(String field, String text) throws IOException {
      Locale locale = language == null ? Locale.ENGLISH : Locale.forLanguageTag(language);
      put(field, text, () -> sentencesOf(locale));
    }

    private void put(String field, @Nullable String text, Supplier<BreakIterator> breaks)
        throws IOException {
      if (text == null || text.isEmpty()) {
        return;
      }
      Object snippets =
          highlighter(field, breaks).highlightWithoutSearcher(field, query, start(text), MOST);
      if (snippets instanceof SnippetFormatter.Found these) {
        found.computeIfAbsent(field, name -> new ArrayList<>()).addAll(these.snippets());
      }
    }

    /** A word that is looked for in all fields together is shown in each of them. */
    private UnifiedHighlighter highlighter(String field, Supplier<BreakIterator> breaks) {
      return UnifiedHighlighter.builderWithoutSearcher(Analysis.of(language))
          .withFieldMatcher(name -> name.equals(field) || name.equals(Fields.WORDS))
          .withFormatter(new SnippetFormatter())
          .withMaxNoHighlightPassages(0)
          .withWeightMatches(false)
          .withBreakIterator(breaks)
          .build();
    }
  }

  private static String start(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private static BreakIterator sentencesOf(Locale locale) {
    return LengthGoalBreakIterator.createMinLength(
        BreakIterator.getSentenceInstance(locale), GOAL, 0.5f);
  }
}
