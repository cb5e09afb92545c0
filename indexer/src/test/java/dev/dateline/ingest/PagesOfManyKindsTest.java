package dev.dateline.ingest;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of pages as publishing systems and newsrooms of the world make them, the article is taken and
 * nothing else. Beside each page lies what it says: the headline, the day or {@code -}, and then
 * the paragraphs, a line each.
 */
class PagesOfManyKindsTest {

  static Stream<Path> pages() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(PagesOfManyKindsTest.class.getResource("pages"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageGivesItsArticleAndNothingElse(Path page) throws IOException {
    List<String> expected = Files.readAllLines(Path.of(page.toString().replace(".html", ".txt")));
    Article article = Reads.article(Reads.outcomes(page).getFirst());
    assertEquals(expected.getFirst(), article.title());
    String day = expected.get(1);
    if (!day.equals("-")) {
      assertTrue(String.valueOf(article.published()).startsWith(day.substring(0, 10)));
    }
    assertEquals(lines(expected.subList(2, expected.size())), lines(text(article)));
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(PagesOfManyKindsTest::plain).collect(joining("\n"));
  }

  private static String plain(String line) {
    return line.replaceAll("\\s+", " ").strip();
  }

  private static List<String> text(Article article) {
    List<String> text = new ArrayList<>();
    if (article.summary() != null) {
      article.summary().lines().forEach(text::add);
    }
    text.addAll(article.takeaways());
    text.addAll(article.body());
    return text;
  }
}
