package dev.dateline.benchmarks.relevance;

import dev.dateline.Dateline;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.NewsText;
import dev.dateline.benchmarks.queries.Slips;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How often is "did you mean" right, and how often does it speak where nothing is wrong? Asks for
 * two words of a headline, one of them with a slip, and for the same words without it. Right is the
 * query without the slip; a slip that finds enough by itself is left alone. Words of French and
 * Swahili headlines, asked of English articles, are right as they are.
 *
 * <p>{@code benchmarks/run spelling data=DIR}
 */
public final class SpellingBenchmark {

  private static final int ASKED = 500;
  private static final int SHORTEST_WORD = 5;
  private static final long SEED = 42;

  private SpellingBenchmark() {}

  /** Two words of a headline, and the same with a slip in one. */
  private record Question(String right, String slip) {}

  /** Runs it; the argument is {@code data=DIR}. */
  public static void main(String[] arguments) throws IOException {
    Path corpora = Path.of(arguments[0].substring("data=".length())).resolve("corpora");
    System.out.printf(
        Locale.ROOT,
        "%-16s %8s %8s %8s %10s %10s %10s %8s%n",
        "",
        "right",
        "wrong",
        "silent",
        "precision",
        "no slip",
        "foreign",
        "ms");
    List<Question> foreign =
        questions(
            NewsText.read(corpora.resolve("masakhanews.jsonl.gz")).stream()
                .filter(text -> text.id().contains("-fra-") || text.id().contains("-swa-"))
                .toList());
    for (String name : List.of("reuters21578", "bbc2225", "digitalgov")) {
      measure(name, corpora.resolve(name + ".jsonl.gz"), foreign);
    }
  }

  private static void measure(String name, Path corpus, List<Question> foreign) throws IOException {
    Path folder = Files.createTempDirectory("spelling");
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      Ingest.read(
          List.of(corpus),
          outcome -> {
            if (outcome instanceof Outcome.Read read) {
              writer.add(read.article());
            }
          });
    }
    try (ArticleIndex index = Dateline.open(folder)) {
      print(name, index, questions(NewsText.read(corpus)), foreign);
    }
    Corpus.remove(folder);
  }

  private static List<Question> questions(List<NewsText> texts) {
    Random random = new Random(SEED);
    List<NewsText> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, random);
    List<Question> questions = new ArrayList<>();
    for (NewsText text : shuffled) {
      List<String> words =
          Arrays.stream(text.title().toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
              .filter(word -> word.length() >= SHORTEST_WORD)
              .distinct()
              .toList();
      if (words.size() >= 2 && questions.size() < ASKED) {
        String slip = Slips.in(words.get(0), random);
        if (!slip.equals(words.get(0))) {
          String other = words.get(1);
          questions.add(new Question(words.get(0) + " " + other, slip + " " + other));
        }
      }
    }
    return questions;
  }

  private static void print(
      String name, ArticleIndex index, List<Question> questions, List<Question> foreign)
      throws IOException {
    int right = 0;
    int wrong = 0;
    long nanoseconds = 0;
    for (Question question : questions) {
      SearchResult slip = index.search(SearchRequest.of(question.slip()));
      nanoseconds += slip.took().toNanos();
      String meant = slip.didYouMean();
      right += question.right().equals(meant) ? 1 : 0;
      wrong += meant != null && !question.right().equals(meant) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s %8d %8d %8d %10.3f %10d %10d %8.1f%n",
        name,
        right,
        wrong,
        questions.size() - right - wrong,
        (double) right / Math.max(1, right + wrong),
        spoken(index, questions),
        spoken(index, foreign),
        nanoseconds / 1e6 / questions.size());
  }

  /** How many are answered with a proposal although nothing is wrong with them. */
  private static int spoken(ArticleIndex index, List<Question> questions) throws IOException {
    int spoken = 0;
    for (Question question : questions) {
      spoken += index.search(SearchRequest.of(question.right())).didYouMean() == null ? 0 : 1;
    }
    return spoken;
  }
}
