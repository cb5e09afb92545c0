package dev.dateline.benchmarks.corpus;

import dev.dateline.article.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of an article, and when it was published.
 *
 * @param body its paragraphs, a line each
 */
public record NewsText(String id, String title, String summary, String body, Instant published) {

  /** The first articles of {@link ArticleGenerator}. */
  public static List<NewsText> generated(int count, long seed) {
    ArticleGenerator generator = new ArticleGenerator(seed);
    return IntStream.range(0, count).mapToObj(i -> of(generator.article(i))).toList();
  }

  static NewsText of(Article article) {
    return new NewsText(
        article.id(),
        article.title() == null ? "" : article.title(),
        article.summary() == null ? "" : article.summary(),
        String.join("\n", article.body()),
        ArticleGenerator.published(article));
  }

  /**
   * Reads JSON Lines with {@code id, title, summary, body, published} (to the day), compressed if
   * the name says so.
   */
  public static List<NewsText> read(Path file) throws IOException {
    return json(file).stream().map(NewsText::of).toList();
  }

  /** The objects of a file of JSON Lines, compressed if the name says so. */
  public static List<JsonNode> json(Path file) throws IOException {
    JsonMapper mapper = new JsonMapper();
    InputStream in = Files.newInputStream(file);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                StandardCharsets.UTF_8))) {
      return lines.lines().map(mapper::readTree).toList();
    }
  }

  private static NewsText of(JsonNode json) {
    String published = json.path("published").asString("");
    return new NewsText(
        json.path("id").asString(),
        json.path("title").asString(""),
        json.path("summary").asString(""),
        json.path("body").asString(""),
        published.isEmpty() ? Instant.EPOCH : day(published));
  }

  /** In characters. */
  public int length() {
    return title.length() + summary.length() + body.length();
  }

  private static Instant day(String published) {
    return LocalDate.parse(published.substring(0, 10)).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
