package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.queries.GeneratedQueries;
import dev.dateline.benchmarks.queries.QueryClass;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Interval;
import dev.dateline.index.Recency;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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
 * What do exact counts cost beside the ten best hits of the same query? {@link #hits} counts
 * nothing; the others add one thing each, and {@link #all} adds them all.
 *
 * <p>{@code benchmarks/run FacetBenchmark [-p articles=50000] [-p query=OR]}
 */
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FacetBenchmark {

  private static final int QUERIES = 256;

  /** What is asked. */
  @Param({"RARE_TERM", "COMMON_TERM", "OR"})
  public QueryClass query = QueryClass.COMMON_TERM;

  /** How many articles there are. */
  @Param("50000")
  public int articles;

  /** Which articles they are. */
  @Param("42")
  public long seed;

  private ArticleIndex index;
  private List<SearchRequest> requests = List.of();
  private int next;

  /** Opens the index, which is built on first use, and draws the queries. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    GeneratedCorpus corpus = GeneratedCorpus.besideProgram(articles, seed);
    index = corpus.index();
    Instant asOf = corpus.newest();
    requests =
        new GeneratedQueries(corpus)
            .draw(query, QUERIES).stream().map(each -> bare(each.request(asOf))).toList();
  }

  private static SearchRequest bare(SearchRequest request) {
    return request.with().pageSize(10).total(false).highlight(false).recency(Recency.OFF).build();
  }

  /** The ten best articles, without snippets, total and recency. */
  @Benchmark
  public SearchResult hits(CpuTime cpu) throws IOException {
    return answer(request -> request, cpu);
  }

  /** The same with the exact total. */
  @Benchmark
  public SearchResult total(CpuTime cpu) throws IOException {
    return answer(request -> request.total(true), cpu);
  }

  /** The same with the ten first values of all six facets. */
  @Benchmark
  public SearchResult facets(CpuTime cpu) throws IOException {
    return answer(request -> request.facets(Set.of(Attribute.values())), cpu);
  }

  /** The same with a timeline. */
  @Benchmark
  public SearchResult timeline(CpuTime cpu) throws IOException {
    return answer(request -> request.timeline(Interval.AUTO), cpu);
  }

  /** The same with the total, six facets and a timeline. */
  @Benchmark
  public SearchResult all(CpuTime cpu) throws IOException {
    return answer(
        request -> request.total(true).facets(Set.of(Attribute.values())).timeline(Interval.AUTO),
        cpu);
  }

  private SearchResult answer(UnaryOperator<SearchRequest.Builder> counting, CpuTime cpu)
      throws IOException {
    cpu.count();
    next = (next + 1) % QUERIES;
    return index.search(counting.apply(requests.get(next).with()).build());
  }

  /** Closes the index. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    index.close();
  }
}
