package dev.dateline.benchmarks.queries;

import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.index.ArticleIndex;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * A corpus that is open for being asked: Dateline's index, the floor's, and the queries of a class.
 * What they find is verified once for each build of the program.
 */
public final class QuerySet implements Closeable {

  /** Queries of a class, which are asked by turns. */
  public static final int SIZE = 256;

  private final Corpus corpus;
  private final Layout layout;
  private final ArticleIndex index;
  private final FloorIndex floor;
  private final GeneratedQueries drawing;
  private final Instant asOf;

  private QuerySet(Corpus corpus, Layout layout) throws IOException {
    this.corpus = corpus;
    this.layout = layout;
    this.index = corpus.index(layout);
    this.floor = FloorIndex.of(corpus, layout);
    this.drawing = new GeneratedQueries(corpus, floor);
    this.asOf = Objects.requireNonNull(index.stats().newest(), "an article has a date").at();
  }

  /** Opens the indexes of a corpus, which are built on first use. */
  public static QuerySet open(Corpus corpus, Layout layout) throws IOException {
    return new QuerySet(corpus, layout);
  }

  /** Dateline's index. */
  public ArticleIndex index() {
    return index;
  }

  /** The floor's index. */
  public FloorIndex floor() {
    return floor;
  }

  /** When the newest article was published: from then on age is counted. */
  public Instant asOf() {
    return asOf;
  }

  /** The queries of a class, verified. */
  public List<GeneratedQuery> of(QueryClass kind) throws IOException {
    List<GeneratedQuery> queries = drawing.draw(kind, SIZE);
    Path verified = corpus.folder().resolve(layout.of("verified-" + kind));
    String program = program();
    if (!Files.exists(verified) || !Files.readString(verified).equals(program)) {
      new Verification(index, floor).check(queries, asOf, corpus, drawing);
      Files.writeString(verified, program);
    }
    return queries;
  }

  /** Some queries of every class, shuffled. */
  public List<GeneratedQuery> mixed(int each) throws IOException {
    List<GeneratedQuery> mixed = new ArrayList<>();
    for (QueryClass kind : QueryClass.values()) {
      mixed.addAll(of(kind).subList(0, each));
    }
    Collections.shuffle(mixed, new Random(1));
    return mixed;
  }

  /** Tells the builds of the program apart, by when and how large each was written. */
  private static String program() throws IOException {
    Path jar =
        Path.of(QuerySet.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    return Files.getLastModifiedTime(jar).toMillis() + " " + Files.size(jar);
  }

  @Override
  public void close() throws IOException {
    index.close();
    floor.close();
  }
}
