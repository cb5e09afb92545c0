package dev.dateline.benchmarks.corpus;

import dev.dateline.article.Article;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/** The first articles of a seed. */
public final class GeneratedCorpus extends Corpus {

  private final int size;
  private final ArticleGenerator generator;

  /** The corpus whose indexes lie beside the program. */
  public static GeneratedCorpus besideProgram(int size, long seed) {
    return new GeneratedCorpus(size, seed, besideProgram(size + "-" + seed));
  }

  /**
   * A corpus.
   *
   * @param folder where its indexes are, or will be
   */
  public GeneratedCorpus(int size, long seed, Path folder) {
    super(folder);
    this.size = size;
    this.generator = new ArticleGenerator(seed);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Article article(int number) {
    return generator.article(number);
  }

  /** When the newest article was published. All articles are made up to know. */
  public Instant newest() {
    return articles().map(ArticleGenerator::published).max(Comparator.naturalOrder()).orElseThrow();
  }
}
