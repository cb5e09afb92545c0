package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.index.UnusableIndexException;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/**
 * The right to write to an index, held by one process, and there by one writer, until it is closed
 * or the process ends.
 */
final class WriteLock implements Closeable {

  private static final System.Logger LOG = System.getLogger(WriteLock.class.getName());

  private final Directory root;
  private final Lock lock;

  private WriteLock(Directory root, Lock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the lock of an index, to write articles, or to do what a server does too.
   *
   * @throws UnusableIndexException if another holds it; the message says who
   */
  static WriteLock take(Path folder) throws IOException {
    return take(
        folder,
        "stop it; or, if it is a server, have it done over HTTP: it takes articles, deletes,"
            + " purges, reindexes what it holds and rolls back");
  }

  /**
   * Takes the lock of an index, for what no server does.
   *
   * @throws UnusableIndexException if another holds it; the message says who
   */
  static WriteLock takeAlone(Path folder) throws IOException {
    return take(folder, "stop it first");
  }

  /**
   * @param cure what to do where another holds it
   */
  private static WriteLock take(Path folder, String cure) throws IOException {
    Directory root = FSDirectory.open(folder);
    Path holder = folder.resolve("writer");
    try {
      Lock lock = root.obtainLock("write.lock");
      sign(holder);
      return new WriteLock(root, lock);
    } catch (LockObtainFailedException e) {
      root.close();
      throw new UnusableIndexException(
          "the index at "
              + folder
              + " is being written by "
              + name(holder)
              + "; one writer at a time ("
              + cure
              + ")",
          e);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, root);
      throw e;
    }
  }

  /** Tells others who holds the lock: a courtesy, without which it holds all the same. */
  private static void sign(Path holder) {
    try {
      Files.writeString(holder, "process " + ProcessHandle.current().pid() + "\n", UTF_8);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the holder of the lock could not be named", e);
    }
  }

  private static String name(Path holder) {
    try {
      return Files.readString(holder, UTF_8).strip();
    } catch (IOException e) {
      return "another process";
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
    root.close();
  }
}
