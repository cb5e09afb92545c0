package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.queries.GeneratedQueries;
import dev.dateline.benchmarks.queries.QueryClass;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What do snippets cost? A page of 20 articles with and without them, nothing counted. CPU time is
 * given beside the time that passed.
 *
 * <p>{@code benchmarks/run SnippetBenchmark [-p articles=50000] [-p query=AND,PHRASE]}
 */
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SnippetBenchmark {

  private static final int QUERIES = 256;

  /** What is asked. */
  @Param({"COMMON_TERM", "AND", "OR", "PHRASE"})
  public QueryClass query = QueryClass.AND;

  /** How many articles there are. */
  @Param("50000")
  public int articles;

  /** Whether there are snippets. */
  @Param({"false", "true"})
  public boolean highlight;

  private ArticleIndex index;
  private List<SearchRequest> requests = List.of();
  private int next;

  /** Opens the index, which is built on first use, and draws the queries. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    GeneratedCorpus corpus = GeneratedCorpus.besideProgram(articles, 42);
    index = corpus.index();
    Instant asOf = corpus.newest();
    requests =
        new GeneratedQueries(corpus)
            .draw(query, QUERIES).stream()
                .map(each -> each.request(asOf).with().total(false).highlight(highlight).build())
                .toList();
  }

  /** The first page. */
  @Benchmark
  public SearchResult page(CpuTime cpu) throws IOException {
    cpu.count();
    next = (next + 1) % QUERIES;
    return index.search(requests.get(next));
  }

  /** Closes the index. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    index.close();
  }
}
