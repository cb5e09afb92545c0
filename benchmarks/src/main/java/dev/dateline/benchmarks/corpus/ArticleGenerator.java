package dev.dateline.benchmarks.corpus;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Source;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Makes up articles that are like the news where it matters to a search engine: words are as
 * frequent as in running text ({@link Zipf}), with endings ({@link Vocabulary}); dates follow the
 * day and the week ({@link Rhythm}); a {@link Topic} comes in a burst with words and names of its
 * own; one article in ten retells another under a title of its own.
 *
 * <p>Article {@code number} depends on the seed and the number alone, so that a smaller corpus is
 * the start of a larger one. Safe for use by many threads.
 */
public final class ArticleGenerator {

  private static final int TOPICS = 500;
  private static final Zipf TOPIC = new Zipf(TOPICS, 0.8, 0);
  private static final Zipf WORD = new Zipf(Vocabulary.SIZE, 1.05, 2.7);
  private static final int SOURCES = 40;
  private static final Zipf SOURCE = new Zipf(SOURCES, 0.7, 0);
  private static final int AUTHORS = 400;
  private static final DateTimeFormatter PATH =
      DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

  private final long seed;
  private final List<Topic> topics = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();

  ArticleGenerator(long seed) {
    this.seed = seed;
    Random random = random(Long.MIN_VALUE);
    for (int i = 0; i < TOPICS; i++) {
      topics.add(Topic.random(random));
    }
    for (int i = 0; i < SOURCES; i++) {
      String place = Topic.rareWord(random);
      sources.add(new Source(Topic.capital(place) + " Courier", place + "-courier.example"));
    }
    for (int i = 0; i < AUTHORS; i++) {
      authors.add(Topic.name(random));
    }
  }

  /** The article of a number, from 0. */
  Article article(int number) {
    return retells(number) ? retelling(number) : original(number, random(number));
  }

  private boolean retells(int number) {
    return number > 0 && random(number).nextInt(10) == 0;
  }

  private Article original(int number, Random random) {
    Topic topic = topic(random);
    Prose prose = new Prose(topic, WORD, random);
    List<String> body = prose.paragraphs();
    ArticleBuilder article =
        Article.builder()
            .title(prose.headline())
            .body(body)
            .section(topic.section())
            .tags(topic.names().subList(0, 1 + random.nextInt(3)))
            .language("en");
    if (random.nextInt(10) < 6) {
      article.summary(prose.sentence());
    }
    if (random.nextInt(10) < 4) {
      article.takeaways(prose.sentence(), prose.sentence(), prose.sentence());
    }
    return publish(article, number, topic.time(random), random);
  }

  /** The same story from another desk, some hours later: a new title, and most paragraphs. */
  private Article retelling(int number) {
    Random random = random(~number);
    int told = random.nextInt(number);
    while (retells(told)) {
      told = random.nextInt(number);
    }
    Topic topic = topic(random(told));
    Article article = original(told, random(told));
    List<String> kept = new ArrayList<>(article.body());
    kept.removeIf(paragraph -> random.nextInt(5) == 0);
    Instant time = published(article).plusSeconds(60 + random.nextInt(12 * 3_600));
    return publish(
        article
            .with()
            .title(new Prose(topic, WORD, random).headline())
            .body(kept.isEmpty() ? article.body() : kept),
        number,
        time.isBefore(Rhythm.END) ? time : Rhythm.END.minusSeconds(1),
        random);
  }

  private Article publish(ArticleBuilder article, int number, Instant time, Random random) {
    Source source = sources.get(SOURCE.next(random));
    return article
        .id("generated-" + number)
        .url("https://" + source.domain() + "/" + PATH.format(time) + "/" + number)
        .source(source)
        .authors(authors.get(random.nextInt(AUTHORS)))
        .published(time)
        .build();
  }

  private Topic topic(Random random) {
    return topics.get(TOPIC.next(random));
  }

  /** When a generated article was published: each one was. */
  public static Instant published(Article article) {
    return Objects.requireNonNull(article.published()).at();
  }

  /** A source of chance of its own for each number: SplitMix64 sets neighbours far apart. */
  private Random random(long number) {
    long mixed = seed * 0x9E3779B97F4A7C15L + number;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return new Random(mixed ^ (mixed >>> 31));
  }
}
