package dev.dateline.lucene;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;

/**
 * The latest commit of a Lucene index, with all its files held open: they can be read to the end,
 * also when a writer, in whatever process, goes on and deletes them. Read-only; safe for use by
 * several threads.
 */
final class HeldCommit extends FilterDirectory {

  private final SegmentInfos commit;
  private final Map<String, IndexInput> files;
  private final List<String> missing;

  private HeldCommit(
      Directory in, SegmentInfos commit, Map<String, IndexInput> files, List<String> missing) {
    super(in);
    this.commit = commit;
    this.files = files;
    this.missing = missing;
  }

  /**
   * Holds the latest commit of a directory, which is closed with it, and if this fails.
   *
   * @throws IOException if what the commit consists of cannot be read
   */
  static HeldCommit latest(Directory directory) throws IOException {
    try {
      return holdLatest(directory);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, directory);
      throw e;
    }
  }

  private static HeldCommit holdLatest(Directory directory) throws IOException {
    while (true) {
      SegmentInfos commit = readLatest(directory);
      Map<String, IndexInput> files = new TreeMap<>();
      List<String> missing = new ArrayList<>();
      try {
        for (String name : commit.files(true)) {
          open(directory, name, files, missing);
        }
      } catch (Throwable e) {
        IOUtils.closeWhileSuppressingExceptions(e, files.values());
        throw e;
      }
      if (missing.isEmpty() || isLatest(commit, directory)) {
        return new HeldCommit(directory, commit, files, missing);
      }
      // A writer has committed and removed what the older commit needed.
      IOUtils.close(files.values());
    }
  }

  /**
   * Reads what the latest commit of a directory consists of. Damaged bytes may be read as anything,
   * such as a version of Lucene that there never was.
   *
   * @throws CorruptIndexException if it is damaged
   */
  static SegmentInfos readLatest(Directory directory) throws IOException {
    try {
      return SegmentInfos.readLatestCommit(directory);
    } catch (IndexNotFoundException e) {
      throw e;
    } catch (IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | FileNotFoundException
        | RuntimeException e) {
      throw new CorruptIndexException(String.valueOf(e.getMessage()), directory.toString(), e);
    }
  }

  private static void open(
      Directory directory, String name, Map<String, IndexInput> files, List<String> missing)
      throws IOException {
    try {
      files.put(name, directory.openInput(name, IOContext.DEFAULT));
    } catch (NoSuchFileException | FileNotFoundException e) {
      missing.add(name);
    }
  }

  private static boolean isLatest(SegmentInfos commit, Directory directory) throws IOException {
    return SegmentInfos.getLastCommitGeneration(directory) == commit.getGeneration();
  }

  /** What the commit consists of. */
  SegmentInfos commit() {
    return commit;
  }

  /** The files of the commit that are not there. */
  List<String> missing() {
    return missing;
  }

  /** The length of all files together, in bytes. */
  long bytes() {
    return files.values().stream().mapToLong(IndexInput::length).sum();
  }

  @Override
  public String[] listAll() {
    return files.keySet().toArray(String[]::new);
  }

  @Override
  public long fileLength(String name) throws IOException {
    return held(name).length();
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return held(name).clone();
  }

  private IndexInput held(String name) throws NoSuchFileException {
    IndexInput input = files.get(name);
    if (input == null) {
      throw new NoSuchFileException(name);
    }
    return input;
  }

  /** None is needed: nobody writes here. */
  @Override
  public Lock obtainLock(String name) throws IOException {
    return NoLockFactory.INSTANCE.obtainLock(in, name);
  }

  @Override
  public void deleteFile(String name) {
    throw readOnly();
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) {
    throw readOnly();
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) {
    throw readOnly();
  }

  @Override
  public void rename(String source, String target) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("a commit is read, and not changed");
  }

  @Override
  public void close() throws IOException {
    List<Closeable> all = new ArrayList<>(files.values());
    all.add(in);
    IOUtils.close(all);
  }
}
