package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.index.Snippet;
import dev.dateline.lucene.TextMatcher.Match;
import dev.dateline.query.QueryNode;
import dev.dateline.query.TextPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of an article that show where a query's words are. Why not by Lucene's highlighter:
 * docs/adr/0010-snippets.md. Used by one thread.
 */
final class Snippets {

  /** Snippets of a body or of other parts, at most, best first chosen and shown in their order. */
  private static final int MOST = 3;

  /** Text beyond this many characters is not looked at: no reader gets there from a snippet. */
  static final int LONGEST_TEXT = 200_000;

  private final TextMatcher matcher;
  private final boolean anythingSought;
  private final Map<String, Sentences> sentences = new HashMap<>();

  private Snippets(List<Sought> sought) {
    this.matcher = new TextMatcher(sought);
    this.anythingSought = !sought.isEmpty();
  }

  /**
   * The snippets for a query.
   *
   * @param searchIn where its words are looked for; empty for everywhere
   */
  static Snippets of(QueryNode query, Collection<TextPart> searchIn) {
    return new Snippets(Sought.of(query, searchIn));
  }

  /**
   * The snippets of an article, by field; fields without any are left out. Where nothing below the
   * titles was sought and found, what the article begins with is shown, unmarked.
   */
  SequencedMap<String, List<Snippet>> in(Article article) throws IOException {
    Pieces pieces = new Pieces(article.language());
    if (anythingSought) {
      pieces.whole(Fields.TITLE, article.title());
      pieces.whole(Fields.ORIGINAL_TITLE, article.originalTitle());
    }
    int titles = pieces.found.size();
    if (anythingSought) {
      pieces.whole(Fields.SUMMARY, article.summary());
      for (String takeaway : article.takeaways()) {
        pieces.whole(Fields.TAKEAWAYS, takeaway);
      }
      pieces.best(Fields.BODY, article.body());
      pieces.best(Fields.PARTS, article.parts().stream().map(Part::text).toList());
    }
    if (pieces.found.size() == titles) {
      pieces.beginning(article);
    }
    return pieces.found;
  }

  private Sentences sentencesOf(String language) {
    return sentences.computeIfAbsent(language, tag -> new Sentences(Locale.forLanguageTag(tag)));
  }

  /** The pieces of one article, as they are found. */
  private final class Pieces {
    private final SequencedMap<String, List<Snippet>> found = new LinkedHashMap<>();
    private final boolean english;
    private final Sentences sentences;

    Pieces(@Nullable String language) {
      this.english = Analysis.isEnglish(language);
      this.sentences = sentencesOf(language == null ? "en" : language);
    }

    void whole(String field, @Nullable String text) throws IOException {
      if (text == null) {
        return;
      }
      List<Match> matches = matcher.in(field, text, english);
      if (!matches.isEmpty()) {
        put(field, Passage.whole(text, matches));
      }
    }

    /** The best passages of several texts, in their order. */
    void best(String field, List<String> texts) throws IOException {
      List<Passage> passages = new ArrayList<>();
      int length = 0;
      for (String text : texts) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_TEXT - length));
        List<Match> matches = matcher.in(field, start, english);
        if (!matches.isEmpty()) {
          passages.addAll(Passage.sentences(start, matches, sentences));
        }
        length += start.length();
      }
      best(passages).forEach(passage -> put(field, passage));
    }

    /** By their numbers, as a text may say the same several times. */
    private static List<Passage> best(List<Passage> passages) {
      return passages.size() <= MOST
          ? passages
          : IntStream.range(0, passages.size())
              .boxed()
              .sorted(Comparator.comparing(passages::get, Passage.BEST_FIRST))
              .limit(MOST)
              .sorted()
              .map(passages::get)
              .toList();
    }

    void beginning(Article article) {
      record Text(String field, String text) {}
      Stream.of(
              Stream.ofNullable(article.summary()).map(text -> new Text(Fields.SUMMARY, text)),
              article.takeaways().stream().map(text -> new Text(Fields.TAKEAWAYS, text)),
              article.body().stream().map(text -> new Text(Fields.BODY, text)),
              article.parts().stream().map(part -> new Text(Fields.PARTS, part.text())))
          .flatMap(texts -> texts)
          .filter(text -> !text.text().isBlank())
          .findFirst()
          .ifPresent(text -> put(text.field(), Passage.beginning(text.text(), sentences)));
    }

    private void put(String field, Passage passage) {
      found.computeIfAbsent(field, name -> new ArrayList<>()).add(passage.snippet());
    }
  }
}
