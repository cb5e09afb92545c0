package dev.dateline.lucene;

import dev.dateline.index.Commit;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The latest view of an index, for many threads, across commits and generations. Who acquires a
 * view releases it.
 */
final class Views extends ReferenceManager<Views.View> {

  /** How often a generation is looked up again that was swapped out while it was being opened. */
  private static final int ATTEMPTS = 10;

  private final IndexFolder folder;

  /**
   * One commit of one generation.
   *
   * @param id what tells it from all other views, also those of other processes
   */
  record View(
      long id,
      long generation,
      Directory directory,
      DirectoryReader reader,
      IndexSearcher searcher,
      Commit commit) {}

  Views(IndexFolder folder) throws IOException {
    this.folder = folder;
    this.current = openLatest();
  }

  private View openLatest() throws IOException {
    for (int attempt = 1; ; attempt++) {
      long generation = folder.current();
      Directory directory = null;
      try {
        directory = folder.open(generation);
        return view(generation, directory, Generation.openReader(directory));
      } catch (IOException e) {
        IOUtils.closeWhileSuppressingExceptions(e, directory);
        if (folder.current() == generation || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private View view(long generation, Directory directory, DirectoryReader reader)
      throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(Ranking.SIMILARITY);
    searcher.setQueryCache(null);
    long id = ThreadLocalRandom.current().nextLong();
    Commit commit =
        new Commit(
            Long.toString(generation),
            Long.toString(reader.getVersion()),
            folder.committed(generation, reader.getIndexCommit()),
            searcher.count(Visibility.embargoed(Instant.now())) == 0);
    return new View(id, generation, directory, reader, searcher, commit);
  }

  /** The folder of the index. */
  IndexFolder folder() {
    return folder;
  }

  @Override
  protected @Nullable View refreshIfNeeded(View view) throws IOException {
    if (folder.current() != view.generation()) {
      return openLatest();
    }
    try {
      DirectoryReader newer = DirectoryReader.openIfChanged(view.reader());
      return newer == null ? null : view(view.generation(), view.directory(), newer);
    } catch (IOException e) {
      if (folder.current() == view.generation()) {
        throw e;
      }
      return openLatest();
    }
  }

  @Override
  protected boolean tryIncRef(View view) {
    return view.reader().tryIncRef();
  }

  @Override
  protected void decRef(View view) throws IOException {
    view.reader().decRef();
  }

  @Override
  protected int getRefCount(View view) {
    return view.reader().getRefCount();
  }
}
