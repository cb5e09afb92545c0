package dev.dateline.benchmarks.guard;

import com.sun.management.ThreadMXBean;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.queries.FloorIndex;
import dev.dateline.benchmarks.queries.GeneratedQueries;
import dev.dateline.benchmarks.queries.GeneratedQuery;
import dev.dateline.benchmarks.queries.QueryClass;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One build at work, in a process of its own: its classes of Dateline come from that build, those
 * of the benchmarks from this one. For each line that it reads, the name of a {@link QueryClass},
 * it asks all queries of the class and writes a {@link Batch}.
 *
 * <p>Its arguments are the number of articles, the seed, and the folder of the build's index.
 */
public final class Worker {

  /** Queries of a class. */
  static final int QUERIES = 64;

  private Worker() {}

  /** Works until its input ends. */
  public static void main(String[] arguments) throws IOException {
    int articles = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    GeneratedCorpus corpus = new GeneratedCorpus(articles, seed, Path.of(arguments[2]));
    try (ArticleIndex index = corpus.index(Layout.GROWN);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Map<QueryClass, List<SearchRequest>> requests = requests(corpus, seed, index);
      System.out.println(Batch.READY);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(
            ask(index, requests.getOrDefault(QueryClass.valueOf(line), List.of())).line());
      }
    }
  }

  private static Map<QueryClass, List<SearchRequest>> requests(
      GeneratedCorpus corpus, long seed, ArticleIndex index) throws IOException {
    Instant asOf = Objects.requireNonNull(index.stats().newest(), "an article has a date").at();
    Map<QueryClass, List<SearchRequest>> requests = new EnumMap<>(QueryClass.class);
    GeneratedCorpus shared = GeneratedCorpus.besideProgram(corpus.size(), seed);
    try (FloorIndex floor = FloorIndex.of(shared, Layout.GROWN)) {
      GeneratedQueries drawing = new GeneratedQueries(shared, floor);
      for (QueryClass kind : QueryClass.values()) {
        List<GeneratedQuery> queries = drawing.draw(kind, QUERIES);
        requests.put(
            kind,
            queries.stream()
                .map(query -> query.request(asOf).with().pageSize(10).build())
                .toList());
      }
    }
    return requests;
  }

  private static Batch ask(ArticleIndex index, List<SearchRequest> requests) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long found = 0;
    for (SearchRequest request : requests) {
      found += index.search(request).total().orElseThrow();
    }
    return new Batch(
        threads.getCurrentThreadCpuTime() - cpu,
        threads.getCurrentThreadAllocatedBytes() - bytes,
        found);
  }
}
