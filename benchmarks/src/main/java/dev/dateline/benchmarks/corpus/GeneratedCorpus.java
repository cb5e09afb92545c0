package dev.dateline.benchmarks.corpus;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first articles of a seed, and the indexes of them, which are kept for the next run. An index
 * that the program no longer understands is built anew.
 */
public final class GeneratedCorpus {

  /** Raised with every change of the articles of a seed, or of the floor's index. */
  private static final int VERSION = 1;

  private final int size;
  private final ArticleGenerator generator;
  private final Path folder;

  /** The corpus whose indexes lie beside the program. */
  public static GeneratedCorpus besideProgram(int size, long seed) {
    String name = "corpus-%d-%d-%d".formatted(size, seed, VERSION);
    try {
      URL program = GeneratedCorpus.class.getProtectionDomain().getCodeSource().getLocation();
      return new GeneratedCorpus(size, seed, Path.of(program.toURI()).resolveSibling(name));
    } catch (URISyntaxException impossible) {
      throw new AssertionError("the program lies at a URI", impossible);
    }
  }

  /**
   * A corpus.
   *
   * @param folder where its indexes are, or will be
   */
  public GeneratedCorpus(int size, long seed, Path folder) {
    this.size = size;
    this.generator = new ArticleGenerator(seed);
    this.folder = folder;
  }

  /** How many articles there are. */
  public int size() {
    return size;
  }

  /** The article of a number, from 0. */
  public Article article(int number) {
    return generator.article(number);
  }

  /** All articles, on several threads, in no order. */
  public Stream<Article> articles() {
    return IntStream.range(0, size).parallel().mapToObj(generator::article);
  }

  /** When the newest article was published. */
  public Instant newest() {
    return articles().map(ArticleGenerator::published).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Where Dateline's index of the articles lies. */
  public Path indexFolder() {
    return folder.resolve("dateline");
  }

  /** Opens Dateline's index of the articles. */
  public ArticleIndex index() throws IOException {
    Path index = indexFolder();
    if (Files.exists(index)) {
      try {
        return Dateline.open(index);
      } catch (UnusableIndexException outdated) {
        remove(index);
      }
    }
    return Dateline.open(build(index, this::writeIndex));
  }

  /**
   * The folder of another index of the articles, which is written if there is none.
   *
   * @param name what the folder is called
   */
  public Path kept(String name, Writing writing) throws IOException {
    Path index = folder.resolve(name);
    return Files.exists(index) ? index : build(index, writing);
  }

  /** Writes an index. */
  public interface Writing {

    /** Into an empty folder. */
    void to(Path folder) throws IOException;
  }

  /** An index that is there is whole: it gets its name last. */
  private static Path build(Path index, Writing writing) throws IOException {
    Path unfinished = index.resolveSibling(index.getFileName() + ".unfinished");
    remove(unfinished);
    Files.createDirectories(unfinished);
    writing.to(unfinished);
    return Files.move(unfinished, index, StandardCopyOption.ATOMIC_MOVE);
  }

  private void writeIndex(Path path) throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(path)) {
      for (int number = 0; number < size; number++) {
        writer.add(article(number));
      }
    }
  }

  /** Removes a folder with all that is in it, if it is there. */
  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
