package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.queries.Slips;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SuggestRequest;
import dev.dateline.index.SuggestResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
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
 * How long does it take to complete what is typed? The starts of titles, as many letters as are
 * given, as they are and with a slip: 256 of them by turns.
 *
 * <p>{@code benchmarks/run SuggestBenchmark [-p articles=20000] [-p letters=8]}
 */
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SuggestBenchmark {

  private static final int TEXTS = 256;

  /** How many articles there are. */
  @Param("200000")
  public int articles;

  /** Which articles they are. */
  @Param("42")
  public long seed;

  /** How much was typed. */
  @Param({"1", "2", "4", "8", "14"})
  public int letters;

  private ArticleIndex index;
  private final List<SuggestRequest> typed = new ArrayList<>();
  private final List<SuggestRequest> slips = new ArrayList<>();
  private int next;

  /** Opens the index, which is built on first use, reads its terms, and draws what is typed. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    GeneratedCorpus corpus = GeneratedCorpus.besideProgram(articles, seed);
    index = corpus.index();
    Random random = new Random(seed);
    while (typed.size() < TEXTS) {
      String title = Objects.requireNonNull(corpus.article(random.nextInt(articles)).title());
      String start = title.substring(0, Math.min(letters, title.length()));
      typed.add(SuggestRequest.of(start));
      slips.add(SuggestRequest.of(Slips.in(start, random)));
    }
    index.suggest(typed.getFirst());
  }

  /** As it is written. */
  @Benchmark
  public SuggestResult asWritten(CpuTime cpu) throws IOException {
    return answer(typed, cpu);
  }

  /** With a letter too many, too few, or two in the wrong order, where there are four and more. */
  @Benchmark
  public SuggestResult withSlip(CpuTime cpu) throws IOException {
    return answer(slips, cpu);
  }

  private SuggestResult answer(List<SuggestRequest> requests, CpuTime cpu) throws IOException {
    cpu.count();
    next = (next + 1) % TEXTS;
    return index.suggest(requests.get(next));
  }

  /** Closes the index. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    index.close();
  }
}
