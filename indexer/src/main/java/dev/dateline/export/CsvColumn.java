package dev.dateline.export;

import dev.dateline.article.Article;
import dev.dateline.article.Source;
import dev.dateline.index.ResultField;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of articles. Several names stand in a cell with semicolons between them.
 */
enum CsvColumn {
  ID("id", null, Article::id),
  URL("url", null, Article::url),
  TITLE("title", null, Article::title),
  ORIGINAL_TITLE("originalTitle", null, Article::originalTitle),
  SOURCE("source", null, CsvColumn::source),
  DOMAIN("domain", null, Article::domain),
  AUTHORS("authors", null, article -> String.join("; ", article.authors())),
  SECTION("section", null, Article::section),
  TAGS("tags", ResultField.TAGS, article -> String.join("; ", article.tags())),
  PUBLISHED("publishedAt", null, article -> text(article.published())),
  UPDATED("updatedAt", ResultField.UPDATED, article -> text(article.updated())),
  LANGUAGE("lang", null, Article::language),
  SUMMARY("summary", null, Article::summary),
  TAKEAWAYS("takeaways", null, article -> String.join("\n", article.takeaways())),
  BODY("body", ResultField.BODY, article -> String.join("\n\n", article.body())),
  PARTS("parts", ResultField.PARTS, CsvColumn::parts),
  METADATA("metadata", ResultField.METADATA, article -> lines(article.metadata())),
  PROVENANCE("provenance", ResultField.PROVENANCE, article -> lines(article.provenance().rules()));

  private final String title;
  private final @Nullable ResultField field;

  @SuppressWarnings("ImmutableEnumChecker") // without a state
  private final Function<Article, @Nullable String> text;

  CsvColumn(String title, @Nullable ResultField field, Function<Article, @Nullable String> text) {
    this.title = title;
    this.field = field;
    this.text = text;
  }

  /** What stands above the column, as the JSON form has it. */
  String title() {
    return title;
  }

  /** The field that has to be asked for, or null if the column is always there. */
  @Nullable ResultField field() {
    return field;
  }

  /** What stands in the article's cell; null or empty for nothing. */
  @Nullable String text(Article article) {
    return text.apply(article);
  }

  private static @Nullable String source(Article article) {
    Source source = article.source();
    return source == null ? null : source.name();
  }

  private static String parts(Article article) {
    return article.parts().stream()
        .map(part -> part.label() + ": " + part.text())
        .collect(Collectors.joining("\n\n"));
  }

  private static String lines(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + ": " + fact.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
