package dev.dateline.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.wordforms.WordForms;
import dev.dateline.lucene.LuceneWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many articles are indexed in a second of CPU time, and how many could be if nothing were done
 * but to make their tokens? {@link #index} writes them to an empty index as {@code dateline index}
 * does, until one sorted segment of all is on disk; {@link #tokenise} makes stems of titles and
 * bodies, once each. An operation is all the articles; {@code cpu} is the CPU time of all threads,
 * the garbage collector's too.
 *
 * <p>{@code benchmarks/run IndexBenchmark [-p indexed=20000] [-p articles=FILE.jsonl]}
 */
@SuppressWarnings("NullAway.Init") // JMH calls read() before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
public class IndexBenchmark {

  /** How many articles are indexed. */
  @Param("20000")
  public int indexed;

  /** How many articles there are, or the file that has them; the first are taken. */
  @Param("200000")
  public String articles;

  /** Which articles they are. */
  @Param("42")
  public long seed;

  private final List<Article> texts = new ArrayList<>();

  /** The CPU time of the whole program, as {@link CpuTime} has it of a thread. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class ProgramCpuTime {

    private static final OperatingSystemMXBean SYSTEM =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long startCpu;
    private long startTime;
    private long operations;

    /** Begins to measure. */
    @Setup(Level.Iteration)
    public void start() {
      operations = 0;
      startTime = System.nanoTime();
      startCpu = SYSTEM.getProcessCpuTime();
    }

    /** The operations there would have been in the time that passed, on one core. */
    public double cpu() {
      double passed = System.nanoTime() - startTime;
      return operations * passed / (SYSTEM.getProcessCpuTime() - startCpu);
    }
  }

  /** Reads the articles, or makes them up. */
  @Setup(Level.Trial)
  public void read() throws IOException {
    Corpus corpus = Corpus.named(articles, seed);
    IntStream.range(0, Math.min(indexed, corpus.size()))
        .parallel()
        .mapToObj(corpus::article)
        .forEachOrdered(texts::add);
  }

  /** To an empty index, on disk, with the merge at the end. */
  @Benchmark
  public Path index(ProgramCpuTime cpu) throws IOException {
    cpu.operations++;
    Path folder = Files.createTempDirectory("index-benchmark");
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.gather();
      for (Article article : texts) {
        writer.add(article);
      }
      writer.commit();
      writer.compact();
    } finally {
      Corpus.remove(folder);
    }
    return folder;
  }

  /** Nothing but the stems of titles and bodies. */
  @Benchmark
  public long tokenise(ProgramCpuTime cpu) throws IOException {
    cpu.operations++;
    long tokens = 0;
    try (Analyzer analyzer = WordForms.STEMS_ONLY.analyzer()) {
      for (Article article : texts) {
        if (article.title() != null) {
          tokens += tokens(analyzer, article.title());
        }
        for (String paragraph : article.body()) {
          tokens += tokens(analyzer, paragraph);
        }
      }
    }
    return tokens;
  }

  private static long tokens(Analyzer analyzer, String text) throws IOException {
    long count = 0;
    try (TokenStream tokens = analyzer.tokenStream("body", text)) {
      tokens.reset();
      while (tokens.incrementToken()) {
        count++;
      }
      tokens.end();
    }
    return count;
  }
}
