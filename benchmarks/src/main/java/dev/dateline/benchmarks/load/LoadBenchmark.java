package dev.dateline.benchmarks.load;

import dev.dateline.benchmarks.Setting;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.queries.GeneratedQuery;
import dev.dateline.benchmarks.queries.QueryClass;
import dev.dateline.benchmarks.queries.QuerySet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How soon does a server answer at a rate, and what becomes of it when more is asked than it can
 * do? Sends searches of a corpus at each of some rates, one after the other, whether or not the
 * ones before are answered (an open loop, as readers do not wait for each other), and takes the
 * time from when each was due, so that none that a busy server or client holds up is forgotten.
 * After each step the floor, bare Lucene in this process, is asked the same at the same rate.
 *
 * <p>{@code benchmarks/run load index articles=20000} makes the corpus and says where it lies; with
 * a server of it, on a core of its own,
 *
 * <p>{@code benchmarks/run load server=http://127.0.0.1:8080 [rates=10,20,40] [seconds=20]
 * [mix=slow|hits] [articles=20000] [seed=42]}
 *
 * <p>Without rates it begins with ten a second and doubles them until the server no longer keeps
 * up. The usual mix is some queries of each {@link QueryClass}, as a reader asks; {@code hits} asks
 * the same without snippets, totals and recency, and the floor without totals; the slow one asks
 * for any of two words, all facets, a timeline and fifty snippets.
 */
public final class LoadBenchmark {

  private static final int QUERIES_A_CLASS = 64;
  private static final String SLOW =
      "&page-size=50&facets=source,domain,section,author,tag,lang&timeline=week";
  private static final String HITS = "&page-size=10&total=none&highlight=false&recency=off";
  private static final double FIRST_RATE = 10;

  private LoadBenchmark() {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String articles = Setting.of(arguments, "articles", "20000");
    long seed = Long.parseLong(Setting.of(arguments, "seed", "42"));
    Corpus corpus = Corpus.named(articles, seed);
    if (Arrays.asList(arguments).contains("index")) {
      corpus.index(Layout.MERGED).close();
      System.out.println(corpus.indexFolder(Layout.MERGED));
      return;
    }
    URI address = URI.create(Setting.of(arguments, "server", "http://127.0.0.1:8080"));
    String mix = Setting.of(arguments, "mix", "usual");
    boolean slow = mix.equals("slow");
    boolean hits = mix.equals("hits");
    try (QuerySet set = QuerySet.open(corpus, Layout.MERGED)) {
      List<GeneratedQuery> queries = slow ? set.of(QueryClass.OR_2) : set.mixed(QUERIES_A_CLASS);
      try (Target server = new ServerTarget(address, queries, slow ? SLOW : hits ? HITS : "");
          Target floor = new FloorTarget(set.floor(), queries, !hits)) {
        run(arguments, new OpenLoop(server), new OpenLoop(floor));
      }
    }
  }

  private static void run(String[] arguments, OpenLoop server, OpenLoop floor)
      throws InterruptedException {
    Duration span = Duration.ofSeconds(Long.parseLong(Setting.of(arguments, "seconds", "20")));
    String rates = Setting.of(arguments, "rates", "");
    System.out.println(LoadStep.HEADER);
    if (rates.isEmpty()) {
      double rate = FIRST_RATE;
      while (step(server, floor, rate, span).keptUp()) {
        rate *= 2;
      }
      return;
    }
    for (String rate : rates.split(",", -1)) {
      step(server, floor, Double.parseDouble(rate), span);
    }
  }

  /** What became of the server's requests. */
  private static LoadStep step(OpenLoop server, OpenLoop floor, double rate, Duration span)
      throws InterruptedException {
    LoadStep step = server.run(rate, span);
    System.out.println(step);
    System.out.println(floor.run(rate, span));
    return step;
  }
}
