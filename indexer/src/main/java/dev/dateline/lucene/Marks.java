package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.index.Snippet;
import dev.dateline.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a query's words are in all texts of an article, from their start to their end. Used by one
 * thread.
 */
final class Marks {

  private final TextMatcher matcher;

  private Marks(TextMatcher matcher) {
    this.matcher = matcher;
  }

  static Marks of(QueryNode query) {
    return new Marks(new TextMatcher(Sought.of(query, List.of())));
  }

  /** By field, a snippet for each of its texts. */
  SequencedMap<String, List<Snippet>> in(Article article) throws IOException {
    boolean english = Analysis.isEnglish(article.language());
    SequencedMap<String, List<Snippet>> marked = new LinkedHashMap<>();
    marked.put(Fields.TITLE, mark(Fields.TITLE, texts(article.title()), english));
    marked.put(
        Fields.ORIGINAL_TITLE,
        mark(Fields.ORIGINAL_TITLE, texts(article.originalTitle()), english));
    marked.put(Fields.SUMMARY, mark(Fields.SUMMARY, texts(article.summary()), english));
    marked.put(Fields.TAKEAWAYS, mark(Fields.TAKEAWAYS, article.takeaways(), english));
    marked.put(Fields.BODY, mark(Fields.BODY, article.body(), english));
    List<String> parts = article.parts().stream().map(Part::text).toList();
    marked.put(Fields.PARTS, mark(Fields.PARTS, parts, english));
    marked.values().removeIf(List::isEmpty);
    return marked;
  }

  private static List<String> texts(@Nullable String text) {
    return text == null ? List.of() : List.of(text);
  }

  private List<Snippet> mark(String field, List<String> texts, boolean english) throws IOException {
    List<Snippet> marked = new ArrayList<>();
    for (String text : texts) {
      String start = text.substring(0, Math.min(text.length(), Snippets.LONGEST_TEXT));
      List<Snippet.Span> spans =
          matcher.in(field, start, english).stream()
              .map(match -> new Snippet.Span(match.start(), match.end()))
              .distinct()
              .toList();
      marked.add(new Snippet(text, spans));
    }
    return marked;
  }
}
