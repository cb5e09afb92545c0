package dev.dateline.benchmarks.corpus;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.UnusableIndexException;
import dev.dateline.lucene.LuceneWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The articles that are searched, by their numbers, and the indexes of them, which are kept for the
 * next run. An index that the program no longer understands is built anew. Safe for use by many
 * threads.
 */
public abstract class Corpus {

  /** Raised with every change of the articles of a seed, or of the floor's index. */
  private static final int VERSION = 3;

  private final Path folder;

  /**
   * A corpus.
   *
   * @param folder where its indexes are, or will be
   */
  Corpus(Path folder) {
    this.folder = folder;
  }

  /**
   * The corpus that is named, whose indexes lie beside the program.
   *
   * @param articles how many articles are made up, or the path of a file of JSON Lines
   * @param seed which articles are made up
   * @throws IOException if the file cannot be read
   */
  public static Corpus named(String articles, long seed) throws IOException {
    return articles.matches("[0-9]+")
        ? GeneratedCorpus.besideProgram(Integer.parseInt(articles), seed)
        : FileCorpus.besideProgram(Path.of(articles));
  }

  /** A folder beside the program, for what is kept of a corpus. */
  static Path besideProgram(String name) {
    try {
      URL program = Corpus.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(program.toURI()).resolveSibling("corpus-" + name + "-" + VERSION);
    } catch (URISyntaxException impossible) {
      throw new AssertionError("the program lies at a URI", impossible);
    }
  }

  /** How many articles there are. */
  public abstract int size();

  /** The article of a number, from 0. */
  public abstract Article article(int number);

  /** All articles, on several threads, in no order. */
  public Stream<Article> articles() {
    return IntStream.range(0, size()).parallel().mapToObj(this::article);
  }

  /** Where what is kept of the articles lies. */
  public Path folder() {
    return folder;
  }

  /** Where Dateline's index of the articles lies. */
  public Path indexFolder(Layout layout) {
    return folder.resolve(layout.of("dateline"));
  }

  /** Opens Dateline's index of the articles, which is built on first use. */
  public ArticleIndex index(Layout layout) throws IOException {
    Path index = indexFolder(layout);
    if (Files.exists(index)) {
      try {
        return Dateline.open(index);
      } catch (UnusableIndexException outdated) {
        remove(index);
      }
    }
    return Dateline.open(
        build(index, layout == Layout.MERGED ? this::writeMerged : this::writeGrown));
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

  private void writeMerged(Path path) throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(path)) {
      writer.gather();
      articles().forEach(article -> add(writer, article));
      writer.commit();
      writer.compact();
    }
  }

  /** By what every version has, as {@code compare} builds indexes by earlier ones. */
  private void writeGrown(Path path) throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(path)) {
      articles().forEach(article -> add(writer, article));
      writer.commit();
    }
  }

  private static void add(ArticleWriter writer, Article article) {
    try {
      writer.add(article);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
