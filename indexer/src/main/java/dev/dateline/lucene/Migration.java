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
  private long usable;
  private long withdrawn;

  private Migration(IndexFolder index, LongConsumer progress) {
    this.index = index;
    this.progress = progress;
  }

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
   * What {@link #of} would do: all articles are read, and the index is as it was.
   *
   * @param progress is told, again and again, how many articles were read
   * @throws UnusableIndexException if there is no index that an earlier version made
   */
  public static Reindex.Summary preview(Path folder, LongConsumer progress) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    Migration migration = new Migration(index, progress);
    long old = migration.earlier();
    migration.read(old, article -> {});
    return migration.summary(index.nextNumber(), old);
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
   * @throws IOException if it could not be read or written; the articles then are as they were
   */
  @SuppressWarnings("try") // the lock is held, and no more
  public static Reindex.Summary of(Path folder, Reindex.Previous previous, LongConsumer progress)
      throws IOException {
    IndexFolder index = new IndexFolder(folder);
    index.current(); // says so where there is no index
    try (WriteLock alone = WriteLock.take(index.root())) {
      Migration migration = new Migration(index, progress);
      long old = migration.earlier();
      index.use(old);
      index.removeUnused();
      long next = migration.write(old);
      index.use(
          next, previous == Reindex.Previous.KEEP ? OptionalLong.of(old) : OptionalLong.empty());
      index.removeUnused();
      return migration.summary(next, old);
    }
  }

  /** The number of the generation in use, which an earlier version made. */
  private long earlier() throws IOException {
    long number = index.current();
    try (Directory directory = index.open(number)) {
      if (Schema.of(directory).isEarlier()) {
        return number;
      }
      Schema.check(directory);
      throw new UnusableIndexException(index.root() + " was made by this version of Dateline");
    }
  }

  private long write(long old) throws IOException {
    OpenGeneration next = OpenGeneration.create(index);
    try {
      next.gather();
      read(old, next::put);
      next.compact();
      next.close();
      return next.number();
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, next::abandon, () -> index.remove(next.number()));
      throw e;
    }
  }

  private void read(long number, Documents.Visitor visitor) throws IOException {
    try (Directory directory = index.open(number);
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

  private Reindex.Summary summary(long next, long old) {
    return new Reindex.Summary(usable, withdrawn, 0, Long.toString(next), Long.toString(old));
  }
}
