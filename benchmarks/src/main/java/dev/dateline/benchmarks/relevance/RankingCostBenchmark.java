package dev.dateline.benchmarks.relevance;

import dev.dateline.benchmarks.Setting;
import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Match;
import dev.dateline.index.SearchRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What do nearness and the best hits cost where any word suffices? Searches for three words that
 * follow one another in an article, ten hits without snippets and total, against a search that
 * finds the same articles by their words alone, as alternatives are no neighbours. By turns;
 * medians of the CPU time of the thread.
 *
 * <p>{@code benchmarks/run ranking-cost [articles=20000] [rounds=15]}
 */
public final class RankingCostBenchmark {

  private static final int QUERIES = 64;
  private static final int WORDS = 3;

  /** Shorter words are mostly function words. */
  private static final int CONTENT_WORD = 5;

  /** Rounds that are not counted. */
  private static final int WARM_UP = 6;

  private RankingCostBenchmark() {}

  /**
   * A way to ask for three words.
   *
   * @param text the query, in which the words are put
   */
  private record Way(String name, Match match, String text) {
    SearchRequest request(List<String> words, Instant asOf) {
      return SearchRequest.builder()
          .query(text.formatted(words.toArray()))
          .match(match)
          .asOf(asOf)
          .pageSize(10)
          .highlight(false)
          .total(false)
          .build();
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("any, by words alone", Match.ALL, "%s OR %s OR %s"),
          new Way("any", Match.ANY, "%s %s %s"),
          new Way("broad", Match.BROAD, "%s %s %s"));

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException {
    int articles = Integer.parseInt(Setting.of(arguments, "articles", "20000"));
    int rounds = Integer.parseInt(Setting.of(arguments, "rounds", "15"));
    GeneratedCorpus corpus = GeneratedCorpus.besideProgram(articles, 42);
    List<List<String>> queries = queries(corpus);
    Instant newest = corpus.newest();
    double[][] spent = new double[WAYS.size()][rounds];
    try (ArticleIndex index = corpus.index(Layout.MERGED)) {
      for (int round = -WARM_UP; round < rounds; round++) {
        for (int way = 0; way < WAYS.size(); way++) {
          double microseconds = microseconds(index, WAYS.get(way), queries, newest);
          if (round >= 0) {
            spent[way][round] = microseconds;
          }
        }
      }
    }
    print(spent);
  }

  private static List<List<String>> queries(GeneratedCorpus corpus) {
    Random random = new Random(7);
    List<List<String>> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      List<List<String>> texts =
          ArticleWords.ofTitleAndBody(corpus.article(random.nextInt(corpus.size()))).texts();
      List<String> text = texts.get(random.nextInt(texts.size()));
      List<String> words =
          text.stream()
              .skip(random.nextInt(text.size()))
              .filter(word -> word.length() >= CONTENT_WORD)
              .limit(WORDS)
              .toList();
      if (words.size() == WORDS) {
        queries.add(words);
      }
    }
    return queries;
  }

  private static double microseconds(
      ArticleIndex index, Way way, List<List<String>> queries, Instant asOf) throws IOException {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (List<String> words : queries) {
      if (index.search(way.request(words, asOf)).hits().isEmpty()) {
        throw new IllegalStateException("each query is taken from an article: " + words);
      }
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    return spent / 1e3 / queries.size();
  }

  private static void print(double[][] spent) {
    for (int way = 0; way < WAYS.size(); way++) {
      Arrays.sort(spent[way]);
      double median = spent[way][spent[way].length / 2];
      double alone = spent[0][spent[0].length / 2];
      System.out.printf(
          Locale.ROOT, "%-24s %,10.0f us  x %.2f%n", WAYS.get(way).name(), median, median / alone);
    }
  }
}
