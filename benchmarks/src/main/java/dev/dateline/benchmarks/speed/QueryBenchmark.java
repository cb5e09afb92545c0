package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.queries.FloorIndex;
import dev.dateline.benchmarks.queries.GeneratedQueries;
import dev.dateline.benchmarks.queries.GeneratedQuery;
import dev.dateline.benchmarks.queries.QueryClass;
import dev.dateline.benchmarks.queries.Verification;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Recency;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
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
 * How long does an answer take, by class of query, and how much of it is ours? {@link #answer} is
 * what a reader gets; {@link #hits} leaves out what the {@link #floor}, bare Lucene, does not do
 * either. CPU time is given beside the time that passed. Before anything is timed, totals of both
 * are compared with a count over the articles.
 *
 * <p>{@code benchmarks/run QueryBenchmark [-p articles=50000] [-p seed=42] [-p query=AND,OR] [-f
 * 3]}
 */
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class QueryBenchmark {

  private static final int QUERIES = 256;

  /** What is asked. */
  @Param public QueryClass query = QueryClass.COMMON_TERM;

  /** How many articles there are. */
  @Param("50000")
  public int articles;

  /** Which articles they are. */
  @Param("42")
  public long seed;

  private ArticleIndex index;
  private FloorIndex floor;
  private List<SearchRequest> answers = List.of();
  private List<SearchRequest> hits = List.of();
  private List<Query> floors = List.of();
  private int next;

  /** Opens the indexes, which are built on first use, and draws and verifies the queries. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    GeneratedCorpus corpus = GeneratedCorpus.besideProgram(articles, seed);
    index = corpus.index();
    floor = FloorIndex.of(corpus);
    List<GeneratedQuery> queries = new GeneratedQueries(corpus).draw(query, QUERIES);
    Instant asOf = corpus.newest();
    Verification.check(queries.subList(0, Verification.SAMPLE), asOf, corpus, index, floor);
    answers = queries.stream().map(each -> each.request(asOf)).toList();
    hits = answers.stream().map(QueryBenchmark::bare).toList();
    floors = queries.stream().map(FloorIndex::query).toList();
  }

  private static SearchRequest bare(SearchRequest request) {
    return request.with().pageSize(10).total(false).highlight(false).recency(Recency.OFF).build();
  }

  /** The first page as a reader gets it: 20 articles, snippets, exact total, mild recency. */
  @Benchmark
  public SearchResult answer(CpuTime cpu) throws IOException {
    return index.search(answers.get(rotate(cpu)));
  }

  /** The ten best articles, without snippets, total and recency. */
  @Benchmark
  public SearchResult hits(CpuTime cpu) throws IOException {
    return index.search(hits.get(rotate(cpu)));
  }

  /** The numbers of the ten best documents of bare Lucene. */
  @Benchmark
  public TopDocs floor(CpuTime cpu) throws IOException {
    return floor.top(query, floors.get(rotate(cpu)));
  }

  private int rotate(CpuTime cpu) {
    cpu.count();
    next = (next + 1) % QUERIES;
    return next;
  }

  /** Closes the indexes. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    index.close();
    floor.close();
  }
}
