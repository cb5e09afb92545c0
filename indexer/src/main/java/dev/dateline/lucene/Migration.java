package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * Makes an index that this version of Dateline understands of one that an earlier version made, of
 * nothing but the articles that are stored in it. Only then can it be searched and written.
 */
public final class Migration {

  private final IndexFolder index;
  private final LongConsumer progress;

  /** The number of the generation in use, which an earlier version made. */
  private final long old;

  private final int schema;
  private long usable;
  private long withdrawn;

  private Migration(IndexFolder index, LongConsumer progress) throws IOException {
    this.index = index;
    this.progress = progress;
    this.old = index.current();
    try (Directory directory = index.open(old)) {
      Schema made = Schema.of(directory);
      if (!made.isEarlier()) {
        Schema.check(directory);
        throw new UnusableIndexException(index.root() + " was made by this version of Dateline");
      }
      this.schema = made.number();
    }
  }

  /**
   * What a migration did.
   *
   * @param kept how many articles were taken over, withdrawn ones not counted
   * @param withdrawn how many withdrawn ones were, which stay so
   * @param fromSchema the schema that the index had
   * @param toSchema the one that it has
   * @param generation the name of the generation that is now in use
   * @param previous the name of the one that was in use, kept or not
   */
  public record Summary(
      long kept,
      long withdrawn,
      int fromSchema,
      int toSchema,
      String generation,
      String previous) {}

  /**
   * Whether the index in a folder was made by an earlier version.
   *
   * @throws UnusableIndexException if there is no index
   */
  public static boolean isDue(Path folder) throws IOException {
    try (HeldGeneration held = new IndexFolder(folder).hold()) {
      return Schema.of(held.commit().commit()).isEarlier();
    } catch (IndexNotFoundException e) {
      return false; // who opens it says what is missing
    }
  }

  /**
   * How many articles are stored in the index in a folder, whatever their status and whichever
   * version made it.
   *
   * @throws UnusableIndexException if there is no index
   */
  public static long articles(Path folder) throws IOException {
    try (HeldGeneration held = new IndexFolder(folder).hold()) {
      return Generation.articles(held.commit().commit());
    }
  }

  /**
   * What {@link #of} would do: all articles are read, and the index is as it was.
   *
   * @param progress is told, again and again, how many articles were read
   * @throws UnusableIndexException if there is no index that an earlier version made
   */
  public static Summary preview(Path folder, LongConsumer progress) throws IOException {
    Migration migration = new Migration(new IndexFolder(folder), progress);
    migration.read(article -> {});
    return migration.summary(migration.index.nextNumber());
  }

  /**
   * Builds a new generation of all articles, whatever their status, and puts it in use. The one
   * that was kept from before is removed first, as by a reindex. What the progress throws ends it,
   * and the articles are as they were.
   *
   * @param previous whether the generation that was in use is kept: for the version that made it,
   *     as {@link Rollback} refuses to go back to it
   * @param progress is told, again and again, how many articles were read
   * @throws UnusableIndexException if there is no index that an earlier version made, or if another
   *     process writes to it
   * @throws IOException if it could not be read or written; the articles then are as they were, and
   *     nothing of the new generation is left
   */
  @SuppressWarnings("try") // the lock is held, and no more
  public static Summary of(Path folder, Reindex.Previous previous, LongConsumer progress)
      throws IOException {
    IndexFolder index = new IndexFolder(folder);
    index.current(); // says so where there is no index
    try (WriteLock alone = WriteLock.takeAlone(index.root())) {
      Migration migration = new Migration(index, progress);
      index.confirmCurrent();
      index.use(migration.old);
      index.removeUnused();
      long next = NewGeneration.make(index, migration::fill);
      migration.use(next, previous == Reindex.Previous.KEEP);
      index.removeUnused();
      return migration.summary(next);
    }
  }

  private void fill(OpenGeneration next) throws IOException {
    next.gather();
    read(next::put);
    next.compact();
  }

  private void use(long next, boolean keep) throws IOException {
    try {
      index.use(next, keep ? OptionalLong.of(old) : OptionalLong.empty());
    } catch (IOException e) {
      if (index.current() == old) {
        IOUtils.closeWhileSuppressingExceptions(e, () -> index.remove(next));
      }
      throw e;
    }
  }

  private void read(Documents.Visitor visitor) throws IOException {
    try (Directory directory = index.open(old);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      new Documents(reader)
          .forEach(
              article -> {
                visitor.visit(article);
                count(article);
              });
    }
  }

  private void count(Article article) {
    if (article.status().equals(Status.WITHDRAWN)) {
      withdrawn++;
    } else {
      usable++;
    }
    progress.accept(usable + withdrawn);
  }

  private Summary summary(long next) {
    return new Summary(
        usable, withdrawn, schema, Fields.SCHEMA, Long.toString(next), Long.toString(old));
  }
}
