package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOUtils;

/** A generation that is being written, and what was written to it. Thread-safe, but for its end. */
final class OpenGeneration implements Closeable {

  /**
   * How many segments of a size may {@linkplain #gather gather}: some hundred thousand articles are
   * merged once, at the end. Not fitted.
   */
  private static final int GATHERED = 50;

  private final long number;
  private final Directory directory;
  private final IndexWriter writer;
  private final MergePolicy usual;

  /** The ids that are withdrawn. */
  private final Set<String> withdrawn;

  private final LatestArticles latest;
  private final IdLocks locks = new IdLocks();
  private final Object committing = new Object();

  private OpenGeneration(long number, Directory directory, IndexWriter writer) throws IOException {
    this.number = number;
    this.directory = directory;
    this.writer = writer;
    this.usual = writer.getConfig().getMergePolicy();
    try (DirectoryReader reader = reader()) {
      this.withdrawn = new Documents(reader).withdrawn();
    }
    this.latest = new LatestArticles(writer);
  }

  /** Opens one that is there, in use or not. */
  static OpenGeneration open(IndexFolder folder, long number) throws IOException {
    return open(folder, number, Generation::openWriter);
  }

  /** Makes a new one, which is not in use yet. */
  static OpenGeneration create(IndexFolder folder) throws IOException {
    long number = folder.makeGeneration();
    try {
      return open(folder, number, Generation::create);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, () -> folder.remove(number));
      throw e;
    }
  }

  private static OpenGeneration open(
      IndexFolder folder, long number, IOFunction<Directory, IndexWriter> opening)
      throws IOException {
    Directory directory = new SyncedOnce(folder.open(number));
    IndexWriter writer = null;
    try {
      writer = opening.apply(directory);
      // Who committed what is there may have been killed before the names were on disk, and a
      // commit without changes puts none there.
      directory.syncMetaData();
      return new OpenGeneration(number, directory, writer);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(
          e, writer == null ? null : writer::rollback, directory);
      throw e;
    }
  }

  /** Its number, the name of its folder. */
  long number() {
    return number;
  }

  /** The ids that are withdrawn in it, also by what was not committed; a copy. */
  Set<String> withdrawn() {
    return Set.copyOf(withdrawn);
  }

  /** Refuses from now on what is not withdrawn and has one of these ids, until it is put. */
  void withdraw(Set<String> ids) {
    withdrawn.addAll(ids);
  }

  /**
   * Writes an article, unless its id is withdrawn, also by what was not committed, and the article
   * is not.
   *
   * @return whether it was written
   */
  boolean add(Article article) throws IOException {
    synchronized (locks.of(article.id())) {
      boolean comesBack =
          withdrawn.contains(article.id()) && !article.status().equals(Status.WITHDRAWN);
      if (!comesBack) {
        put(article);
      }
      return !comesBack;
    }
  }

  /** Writes an article, whatever was there with its id. */
  void put(Article article) throws IOException {
    Document document = ArticleDocument.of(article);
    synchronized (locks.of(article.id())) {
      if (article.status().equals(Status.WITHDRAWN)) {
        withdrawn.add(article.id());
      } else {
        withdrawn.remove(article.id());
      }
      writer.updateDocument(new Term(Fields.ID, article.id()), document);
      latest.put(article.id(), document.getBinaryValue(Fields.ARTICLE));
    }
  }

  /** Removes what it holds of an id. */
  void delete(String id) throws IOException {
    synchronized (locks.of(id)) {
      withdrawn.remove(id);
      writer.deleteDocuments(new Term(Fields.ID, id));
      latest.delete(id);
    }
  }

  /** Makes it hold what another holds of an id: the article, or none. */
  void takeOver(String id, Optional<Article> article) throws IOException {
    if (article.isPresent()) {
      put(article.get());
    } else {
      delete(id);
    }
  }

  /**
   * Leaves of these ids no more than that they are withdrawn, also in the files. When this returns
   * it is on disk.
   *
   * @param before is done before each {@linkplain #commit(IORunnable) commit}
   */
  void erase(Set<String> ids, IORunnable before) throws IOException {
    for (String id : ids) {
      put(Article.builder().id(id).status(Status.WITHDRAWN).build());
    }
    commit(before);
    latest.refreshNow(); // its view would hold files
    Erasure.run(writer, Erasure.remainsOf(ids));
    commit(before);
    latest.refreshNow();
    writer.deleteUnusedFiles();
  }

  /** The article with an id as it was last written, whatever its status. */
  Optional<Article> find(String id) throws IOException {
    return latest.find(id);
  }

  /** All that was written to it until now. Who opens the reader closes it. */
  DirectoryReader reader() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** Returns when all that was written is on disk. */
  void commit() throws IOException {
    commit(() -> {});
  }

  /**
   * Returns when all that was written is on disk.
   *
   * @param before is done when it is settled what the commit holds, and before it is there: so
   *     nobody ever finds something in the generation that was written after this was done
   */
  void commit(IORunnable before) throws IOException {
    synchronized (committing) { // who else commits would put in place what is prepared here
      writer.setLiveCommitData(writer.getLiveCommitData()); // else there may be nothing to prepare
      writer.prepareCommit();
      before.run();
      writer.commit();
    }
    latest.refresh();
  }

  /**
   * Checks that it is on disk, as Lucene does not look there where nothing is left to commit.
   *
   * @throws IOException if it is not, whoever removed it
   */
  void checkIsThere() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      throw new IOException("generation " + number + " is not there any more");
    }
  }

  /**
   * Leaves merges to {@link #compact}, but for the most needful, as what is merged before would be
   * merged again. Searches take longer meanwhile.
   */
  void gather() {
    writer.getConfig().setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(GATHERED));
  }

  /**
   * Makes one segment of all, where the largest holds less than half: a search through many takes
   * two to four times the work. So an article is rewritten once for each time that the index
   * doubles, and no more. Not committed.
   */
  void compact() throws IOException {
    writer.getConfig().setMergePolicy(usual);
    int largest = 0;
    int all;
    try (DirectoryReader reader = reader()) {
      all = reader.maxDoc();
      for (LeafReaderContext leaf : reader.leaves()) {
        largest = Math.max(largest, leaf.reader().maxDoc());
      }
    }
    if (largest < all - largest) {
      writer.forceMerge(1);
    } else {
      writer.maybeMerge();
    }
  }

  /** Closes it without what was not committed. */
  void abandon() throws IOException {
    IOUtils.close(latest, writer::rollback, directory);
  }

  /** Commits and closes it. */
  @Override
  public void close() throws IOException {
    IOUtils.close(latest, writer, directory);
  }
}
