package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Which files were read into an index, and, where that was asked for, what was in them: a Lucene
 * index of its own beside the generations, whatever generation is in use. Commit it after the
 * articles: a crash between the two only has the files read again. After a write or a sync has
 * failed nothing more is taken, and no commit succeeds, until the writer of the index is opened
 * anew: what was not committed is gone then. Thread-safe.
 */
public final class Sources implements Closeable {

  /** Tells the documents of read files and of kept sources apart. */
  static final String KIND = "kind";

  private static final String FILE = "file";
  private static final String PATH = "path";
  private static final String SIZE = "size";
  private static final String MODIFIED = "modified";
  private static final String TAKEN = "taken";
  private static final String WHOLE = "whole";
  private static final String KEPT = "kept";

  private final Directory directory;
  private final IndexWriter writer;
  private final DirectoryReader before;
  private final KeptSources kept;
  private final FailedWrite failed = new FailedWrite();

  private Sources(Directory directory, IndexWriter writer) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.before = DirectoryReader.open(writer);
    this.kept = new KeptSources(writer, before);
  }

  /** Opens the sources of the index in a folder; who does so holds its write lock. */
  static Sources open(Path root) throws IOException {
    Path folder = SourcesFolder.of(root).path();
    DurableFolder.makeIn(root, folder);
    Directory directory = new SyncedOnce(FSDirectory.open(folder));
    IndexWriter writer = null;
    try {
      writer = new IndexWriter(directory, config());
      directory.syncMetaData(); // as of a generation that is opened
      return new Sources(directory, writer);
    } catch (CorruptIndexException | IllegalArgumentException e) {
      IOUtils.closeWhileSuppressingExceptions(e, writer, directory);
      throw new UnusableIndexException(
          "what is known of the files that were read, in "
              + folder
              + ", cannot be understood; remove that folder to have all files read again",
          e);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, writer, directory);
      throw e;
    }
  }

  /** Sources are written once and seldom read, and text shrinks to a quarter. */
  private static IndexWriterConfig config() {
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION));
  }

  /** What is known of the file at a path since before these sources were opened. */
  public Optional<ReadFile> find(String path) throws IOException {
    IndexSearcher searcher = new IndexSearcher(before);
    TopDocs found = searcher.search(new TermQuery(new Term(PATH, path)), 1);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    Document document = searcher.storedFields().document(found.scoreDocs[0].doc);
    return Optional.of(
        new ReadFile(
            path,
            number(document, SIZE),
            Instant.parse(document.get(MODIFIED)),
            number(document, TAKEN),
            number(document, WHOLE) != 0,
            number(document, KEPT) != 0));
  }

  /** A number, 0 where it was not noted. */
  private static long number(Document document, String name) {
    IndexableField field = document.getField(name);
    return field == null ? 0 : field.numericValue().longValue();
  }

  /** Notes how far a file was read. */
  public void note(ReadFile file) throws IOException {
    Document document = new Document();
    document.add(new StringField(KIND, FILE, Field.Store.NO));
    document.add(new StringField(PATH, file.path(), Field.Store.NO));
    document.add(new StoredField(SIZE, file.size()));
    document.add(new StoredField(MODIFIED, file.modified().toString()));
    document.add(new StoredField(TAKEN, file.taken()));
    document.add(new StoredField(WHOLE, file.whole() ? 1L : 0L));
    document.add(new StoredField(KEPT, file.kept() ? 1L : 0L));
    write(() -> writer.updateDocument(new Term(PATH, file.path()), document));
  }

  /** Forgets which files were read, so that all are read again. What was in them stays kept. */
  public void forgetFiles() throws IOException {
    write(() -> writer.deleteDocuments(new Term(KIND, FILE)));
  }

  /** The same in sources that nobody has opened. When this returns it is on disk. */
  static void forgetFiles(Directory sources) throws IOException {
    try (IndexWriter writer = new IndexWriter(sources, config())) {
      writer.deleteDocuments(new Term(KIND, FILE));
    }
  }

  /**
   * Keeps what is in a stream, read to its end and not closed: all of it or nothing. The same again
   * under the same name takes no room. A {@link #commit} waits until the stream has ended.
   *
   * @param name what it is called, the path of a file or {@code -}
   * @throws UncheckedIOException if the stream cannot be read; nothing of it is kept, and the
   *     sources are as before
   * @throws IOException if it cannot be written; nothing more can be
   */
  public void keep(String name, InputStream in) throws IOException {
    write(() -> kept.keep(name, in));
  }

  /** Something that is done to the sources. */
  private interface Writing {
    void run() throws IOException;
  }

  /** If it fails, nothing more is done until they are opened anew. */
  private void write(Writing writing) throws IOException {
    failed.check();
    try {
      writing.run();
    } catch (IOException e) {
      failed.note(e);
      throw e;
    } catch (IllegalStateException e) {
      throw failed.note(e);
    }
  }

  /** What to do with what was kept. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Takes what was in a file or stream, which is closed after the call.
     *
     * @param name what it was called
     */
    void visit(String name, InputStream in) throws IOException;
  }

  /** Shows all that is kept, in the order in which it was kept last, also what is not committed. */
  public void forEachKept(Visitor visitor) throws IOException {
    kept.forEach(visitor);
  }

  /**
   * Of something that was kept.
   *
   * @param condemned whether it must go
   * @param unread what of it could not be read, and why, so that it may have to go; null if all
   *     could
   */
  public record Verdict(boolean condemned, @Nullable String unread) {}

  /** Says of what was kept whether it must go. */
  @FunctionalInterface
  public interface Judge {

    /**
     * Looks at what was in a file or stream, which is closed after the call.
     *
     * @param name what it was called
     */
    Verdict judge(String name, InputStream in) throws IOException;
  }

  /**
   * What was done so that nothing is left of what must go.
   *
   * @param removed what it was called
   * @param unread what could not be read of the rest, and why
   */
  record Purged(List<String> removed, List<String> unread) {}

  /**
   * Removes what must go, each file or stream as a whole, and leaves no byte of it. When this
   * returns it is on disk.
   */
  Purged purge(Judge judge) throws IOException {
    Set<String> removed = new LinkedHashSet<>();
    Set<String> unread = new LinkedHashSet<>();
    write(
        () -> {
          kept.remove(judge, removed, unread);
          Erasure.run(writer, segment -> true);
          writer.commit();
          writer.deleteUnusedFiles();
        });
    return new Purged(List.copyOf(removed), List.copyOf(unread));
  }

  /** Where a stream lies that is to be kept, until it has ended. */
  public static Path stream(Path index) {
    return index.resolve("stream.new");
  }

  /**
   * Returns when all that was noted and kept is on disk.
   *
   * @throws IOException if that, or something before it, could not be written; what was committed
   *     before is safe
   */
  public void commit() throws IOException {
    write(writer::commit);
  }

  /**
   * Closes without what was not committed: the articles of a file that was noted may not be on
   * disk.
   */
  @Override
  public void close() throws IOException {
    IOUtils.close(before, writer::rollback, directory);
  }
}
