package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.queries.QueryClass;
import dev.dateline.benchmarks.queries.QuerySet;
import dev.dateline.index.Interval;
import dev.dateline.index.Recency;
import dev.dateline.index.ResultField;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.json.ResultJson;
import dev.dateline.query.Attribute;
import dev.dateline.query.ParsedQuery;
import dev.dateline.query.QueryText;
import java.io.IOException;
import java.util.ArrayList;
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
 * What does a page cost, and where? {@link #parse} and {@link #json} stand for themselves; {@link
 * #find} shows one article, {@link #hits} ten; those after it add one thing each to the ten, and
 * {@link #page} adds them all. So a stage costs what its line is above that of {@link #hits}, and
 * the articles themselves cost what {@link #hits} is above {@link #find}. CPU time is given beside
 * the time that passed.
 *
 * <p>{@code benchmarks/run StageBenchmark [-p articles=200000] [-p query=OR_2] [-f 1]}
 */
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StageBenchmark {

  /** The facets of the page. */
  private static final Set<Attribute> FACETS =
      Set.of(Attribute.SOURCE, Attribute.SECTION, Attribute.TAG);

  /** What is asked. */
  @Param({"AND", "OR_2"})
  public QueryClass query = QueryClass.OR_2;

  /** How many articles there are, or the file that has them. */
  @Param("200000")
  public String articles;

  /** Which articles they are. */
  @Param("42")
  public long seed;

  private QuerySet set;
  private List<SearchRequest> requests = List.of();
  private final List<SearchResult> results = new ArrayList<>();
  private int next;

  /** Opens the index, which is built on first use, and draws the queries. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    set = QuerySet.open(Corpus.named(articles, seed), Layout.MERGED);
    requests =
        set.of(query).stream()
            .map(
                each ->
                    each.request(set.asOf())
                        .with()
                        .pageSize(10)
                        .total(false)
                        .highlight(false)
                        .recency(Recency.OFF)
                        .build())
            .toList();
    for (SearchRequest request : requests) {
      results.add(set.index().search(whole(request.with()).build()));
    }
  }

  private static SearchRequest.Builder whole(SearchRequest.Builder request) {
    return request
        .total(true)
        .highlight(true)
        .recency(Recency.AUTO)
        .facets(FACETS)
        .timeline(Interval.AUTO);
  }

  /** The text becomes a tree. */
  @Benchmark
  public ParsedQuery parse(CpuTime cpu) {
    return QueryText.parse(requests.get(rotate(cpu)).query());
  }

  /** The hits are found, and one of them is shown. */
  @Benchmark
  public SearchResult find(CpuTime cpu) throws IOException {
    return answer(request -> request.pageSize(1), cpu);
  }

  /** Ten of them are shown. */
  @Benchmark
  public SearchResult hits(CpuTime cpu) throws IOException {
    return answer(request -> request, cpu);
  }

  /** The fresh are preferred. */
  @Benchmark
  public SearchResult recency(CpuTime cpu) throws IOException {
    return answer(request -> request.recency(Recency.AUTO), cpu);
  }

  /** All hits are counted. */
  @Benchmark
  public SearchResult total(CpuTime cpu) throws IOException {
    return answer(request -> request.total(true), cpu);
  }

  /** Three facets are counted. */
  @Benchmark
  public SearchResult facets(CpuTime cpu) throws IOException {
    return answer(request -> request.facets(FACETS), cpu);
  }

  /** A timeline is counted. */
  @Benchmark
  public SearchResult timeline(CpuTime cpu) throws IOException {
    return answer(request -> request.timeline(Interval.AUTO), cpu);
  }

  /** The words are shown where they are. */
  @Benchmark
  public SearchResult snippets(CpuTime cpu) throws IOException {
    return answer(request -> request.highlight(true), cpu);
  }

  /** The articles come with their bodies and their other fields. */
  @Benchmark
  public SearchResult fields(CpuTime cpu) throws IOException {
    return answer(request -> request.fields(Set.of(ResultField.values())), cpu);
  }

  /** All of it, but for the other fields. */
  @Benchmark
  public SearchResult page(CpuTime cpu) throws IOException {
    return answer(StageBenchmark::whole, cpu);
  }

  /** Such an answer becomes bytes. */
  @Benchmark
  public byte[] json(CpuTime cpu) {
    return ResultJson.toBytes(results.get(rotate(cpu)));
  }

  private SearchResult answer(UnaryOperator<SearchRequest.Builder> more, CpuTime cpu)
      throws IOException {
    return set.index().search(more.apply(requests.get(rotate(cpu)).with()).build());
  }

  private int rotate(CpuTime cpu) {
    cpu.count();
    next = (next + 1) % QuerySet.SIZE;
    return next;
  }

  /** Closes the indexes. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    set.close();
  }
}
