package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.queries.FloorQueries;
import dev.dateline.benchmarks.queries.GeneratedQuery;
import dev.dateline.benchmarks.queries.QueryClass;
import dev.dateline.benchmarks.queries.QuerySet;
import dev.dateline.index.Recency;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
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
 * How long does an answer take, by class of query, and how much of it is ours? {@link #hits} and
 * {@link #page} are Dateline's, ten articles each; {@link #floorHits} and {@link #floorPage} what
 * bare Lucene needs at least for the same. 256 queries a class by turns, which are verified before
 * anything is timed. CPU time and the median are given beside the mean time.
 *
 * <p>{@code benchmarks/run QueryBenchmark [-p articles=200000] [-p seed=42] [-p query=AND,OR_2] [-p
 * layout=MERGED,GROWN] [-f 1]}; articles may be the path of a file of JSON Lines.
 */
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class QueryBenchmark {

  /** What is asked. */
  @Param public QueryClass query = QueryClass.COMMON_TERM;

  /** How many segments the indexes have, the floor's too. */
  @Param public Layout layout = Layout.MERGED;

  /** How many articles there are, or the file that has them. */
  @Param("200000")
  public String articles;

  /** Which articles they are. */
  @Param("42")
  public long seed;

  private QuerySet set;
  private List<SearchRequest> pages = List.of();
  private List<SearchRequest> hits = List.of();
  private List<Query> floors = List.of();
  private int next;

  /** Opens the indexes, which are built on first use, and draws and verifies the queries. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    set = QuerySet.open(Corpus.named(articles, seed), layout);
    List<GeneratedQuery> queries = set.of(query);
    pages =
        queries.stream().map(each -> each.request(set.asOf()).with().pageSize(10).build()).toList();
    hits = pages.stream().map(this::bare).toList();
    floors = queries.stream().map(FloorQueries::of).toList();
  }

  private SearchRequest bare(SearchRequest request) {
    Recency recency = query == QueryClass.RECENT ? Recency.AUTO : Recency.OFF;
    return request.with().total(false).highlight(false).recency(recency).build();
  }

  /** The first page as a reader gets it: snippets, exact total, mild recency. */
  @Benchmark
  public SearchResult page(CpuTime cpu) throws IOException {
    return set.index().search(pages.get(rotate(cpu)));
  }

  /** The ten best articles, without snippets, total and, but for its own class, recency. */
  @Benchmark
  public SearchResult hits(CpuTime cpu) throws IOException {
    return set.index().search(hits.get(rotate(cpu)));
  }

  /** The numbers of the ten best documents of bare Lucene. */
  @Benchmark
  public TopDocs floorHits(CpuTime cpu) throws IOException {
    return set.floor().top(query, floors.get(rotate(cpu)));
  }

  /** The same with their exact number, and for facets a visit to each. */
  @Benchmark
  public TopDocs floorPage(CpuTime cpu) throws IOException {
    return set.floor().page(query, floors.get(rotate(cpu)));
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
