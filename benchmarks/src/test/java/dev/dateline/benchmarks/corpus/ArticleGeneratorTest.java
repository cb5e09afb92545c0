package dev.dateline.benchmarks.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArticleGeneratorTest {

  private static final List<Article> ARTICLES = articles(42, 3_000);

  private static List<Article> articles(long seed, int count) {
    ArticleGenerator generator = new ArticleGenerator(seed);
    return IntStream.range(0, count).mapToObj(generator::article).toList();
  }

  @Test
  void theSameSeedGivesTheSameArticles() {
    assertEquals(ARTICLES.subList(0, 300), articles(42, 300));
    assertNotEquals(ARTICLES.getFirst(), articles(43, 1).getFirst());
  }

  @Test
  void anArticleDependsOnNoArticleBeforeIt() {
    assertEquals(ARTICLES.get(2_345), new ArticleGenerator(42).article(2_345));
  }

  @Test
  void wordsAreAsFrequentAsInRunningText() {
    Map<String, Integer> frequencies = new HashMap<>();
    ARTICLES.stream()
        .map(ArticleWords::all)
        .forEach(
            article ->
                article
                    .texts()
                    .forEach(
                        text ->
                            text.forEach(
                                word ->
                                    frequencies.merge(Vocabulary.lemma(word), 1, Integer::sum))));
    List<Integer> falling =
        frequencies.values().stream().sorted(Comparator.reverseOrder()).toList();
    double all = falling.stream().mapToInt(Integer::intValue).sum();
    double hundred = falling.stream().limit(100).mapToInt(Integer::intValue).sum() / all;
    assertTrue(hundred > 0.25 && hundred < 0.55, "share of the 100 most frequent: " + hundred);
    double ratio = (double) falling.get(9) / falling.get(999);
    assertTrue(ratio > 20 && ratio < 500, "rank 10 to rank 1,000: " + ratio);
    assertTrue(falling.size() > 20_000, "words: " + falling.size());
  }

  @Test
  void datesLieWithinThreeYearsAndKeepTheRhythmOfTheWeek() {
    Map<DayOfWeek, Long> days =
        ARTICLES.stream()
            .map(ArticleGenerator::published)
            .peek(
                time ->
                    assertTrue(
                        !time.isBefore(Rhythm.START) && time.isBefore(Rhythm.END), time.toString()))
            .map(time -> time.atOffset(ZoneOffset.UTC).getDayOfWeek())
            .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
    long sundays = days.getOrDefault(DayOfWeek.SUNDAY, 0L);
    long wednesdays = days.getOrDefault(DayOfWeek.WEDNESDAY, 0L);
    assertTrue(sundays > 0 && sundays < 0.8 * wednesdays, days.toString());
  }

  @Test
  void topicsComeInBursts() {
    Map<String, List<Instant>> byName =
        ARTICLES.stream()
            .collect(
                Collectors.groupingBy(
                    article -> article.tags().getFirst(),
                    Collectors.mapping(ArticleGenerator::published, Collectors.toList())));
    List<Instant> largest =
        byName.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow().stream()
            .sorted()
            .toList();
    long days =
        Math.max(
            1, Duration.between(largest.getFirst(), largest.get(largest.size() * 3 / 4)).toDays());
    assertTrue(days < 90, "three quarters of a topic within " + days + " days");
  }

  @Test
  void someArticlesRetellOthersUnderATitleOfTheirOwn() {
    Map<String, List<Article>> byParagraph = new HashMap<>();
    for (Article article : ARTICLES) {
      for (String paragraph : new HashSet<>(article.body())) {
        byParagraph.merge(paragraph, List.of(article), ArticleGeneratorTest::both);
      }
    }
    List<List<Article>> retold =
        byParagraph.values().stream().filter(articles -> articles.size() > 1).toList();
    assertFalse(retold.isEmpty());
    retold.forEach(articles -> assertNotEquals(articles.get(0).title(), articles.get(1).title()));
  }

  private static List<Article> both(List<Article> some, List<Article> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
