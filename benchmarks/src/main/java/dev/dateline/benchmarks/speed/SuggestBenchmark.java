package dev.dateline.benchmarks.speed;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.queries.Slips;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SuggestRequest;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long does it take to complete what is typed, and how long would Lucene's own suggesters? Asks
 * for the starts of titles, as they are and with a slip, and prints the CPU time of each question.
 *
 * <pre>{@code
 * benchmarks/run suggest [articles=200000]   generated articles, whose index is kept
 * benchmarks/run suggest file=FILE           those of a file, such as JSON Lines
 * }</pre>
 */
public final class SuggestBenchmark {

  private static final int TEXTS = 250;
  private static final int ROUNDS = 3;
  private static final int[] LETTERS = {1, 2, 4, 8, 14};
  private static final long SEED = 42;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SuggestBenchmark() {}

  /** Completes a text. */
  interface Suggester {
    /** How many suggestions there are, 10 at most. */
    int complete(String text) throws IOException;
  }

  /** Runs it; the argument is {@code articles=N} or {@code file=FILE}. */
  public static void main(String[] arguments) throws IOException {
    String argument = arguments.length == 0 ? "articles=200000" : arguments[0];
    String value = argument.substring(argument.indexOf('=') + 1);
    if (argument.startsWith("file=")) {
      Path folder = Files.createTempDirectory("suggest");
      write(Path.of(value), folder);
      try (ArticleIndex index = Dateline.open(folder)) {
        measure(index);
      }
      GeneratedCorpus.remove(folder);
    } else {
      try (ArticleIndex index =
          GeneratedCorpus.besideProgram(Integer.parseInt(value), SEED).index(Layout.MERGED)) {
        measure(index);
      }
    }
  }

  private static void write(Path file, Path folder) throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      Ingest.read(
          List.of(file),
          outcome -> {
            if (outcome instanceof Outcome.Read read) {
              writer.add(read.article());
            }
          });
    }
  }

  private static void measure(ArticleIndex index) throws IOException {
    Suggester ours = text -> index.suggest(SuggestRequest.of(text)).suggestions().size();
    long memory = memory();
    for (String first : List.of("s", "s", "t", "ferry st")) {
      System.out.printf(
          Locale.ROOT, "first questions: %-8s %8.1f ms%n", first, milliseconds(ours, first));
    }
    for (char letter = 'a'; letter <= 'z'; letter++) {
      ours.complete(Character.toString(letter));
    }
    System.out.printf(Locale.ROOT, "all letters: %.1f MB%n", (memory() - memory) / 1e6);

    List<Article> articles = articles(index);
    List<String> titles =
        articles.stream().map(Article::title).filter(title -> title != null).toList();
    print("Dateline", ours, titles);
    try (LuceneSuggesters others = LuceneSuggesters.of(articles)) {
      print("AnalyzingInfixSuggester", others::infix, titles);
      print("FuzzySuggester", others::fuzzy, titles);
    }
  }

  private static List<Article> articles(ArticleIndex index) throws IOException {
    List<Article> articles = new ArrayList<>();
    try (HitStream hits = index.stream(SearchRequest.of(""))) {
      for (Hit hit = hits.next(); hit != null; hit = hits.next()) {
        Article article = hit.article();
        articles.add(
            Article.builder()
                .id(article.id())
                .title(article.title())
                .authors(article.authors().toArray(String[]::new))
                .tags(article.tags().toArray(String[]::new))
                .published(article.published())
                .build());
      }
    }
    return articles;
  }

  private static void print(String name, Suggester suggester, List<String> titles)
      throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%n%-32s %8s %8s %8s %12s%n",
        name + ", CPU ms",
        "mean",
        "median",
        "99 %",
        "suggestions");
    for (int letters : LETTERS) {
      ask(letters + " letters", suggester, typed(titles, letters, false));
    }
    for (int letters : new int[] {8, 14}) {
      ask(letters + " letters, a slip", suggester, typed(titles, letters, true));
    }
  }

  private static List<String> typed(List<String> titles, int letters, boolean slip) {
    Random random = new Random(SEED);
    List<String> typed = new ArrayList<>();
    while (typed.size() < TEXTS) {
      String title = titles.get(random.nextInt(titles.size()));
      String start = title.substring(0, Math.min(letters, title.length()));
      typed.add(slip ? Slips.in(start, random) : start);
    }
    return typed;
  }

  /** All texts in turn, several times: the first round warms up. */
  private static void ask(String name, Suggester suggester, List<String> texts) throws IOException {
    double[] measured = new double[texts.size() * ROUNDS];
    for (String text : texts) {
      suggester.complete(text);
    }
    for (int i = 0; i < measured.length; i++) {
      measured[i] = milliseconds(suggester, texts.get(i % texts.size()));
    }
    Arrays.sort(measured);
    double suggestions = 0;
    for (String text : texts) {
      suggestions += suggester.complete(text);
    }
    System.out.printf(
        Locale.ROOT,
        "%-32s %8.2f %8.2f %8.2f %12.1f%n",
        name,
        Arrays.stream(measured).average().orElseThrow(),
        measured[measured.length / 2],
        measured[measured.length * 99 / 100],
        suggestions / texts.size());
  }

  private static double milliseconds(Suggester suggester, String text) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    suggester.complete(text);
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
  }

  /** What is in use after a collection, in bytes. */
  static long memory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
