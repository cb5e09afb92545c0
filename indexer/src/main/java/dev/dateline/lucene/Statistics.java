package dev.dateline.lucene;

import dev.dateline.article.Published;
import dev.dateline.index.IndexStats;
import dev.dateline.index.Storage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** What a view of an index holds, and what lies beside it in the folder. */
final class Statistics {

  private Statistics() {}

  static IndexStats of(Views.View view, IndexFolder folder, Instant now) throws IOException {
    IndexSearcher searcher = view.searcher();
    Query visible = Visibility.everything(now);
    long embargoed = searcher.count(Visibility.embargoed(now));
    OptionalLong previous = folder.previous();
    return new IndexStats(
        searcher.count(visible),
        searcher.count(Visibility.hidden(now)) - embargoed,
        embargoed,
        first(searcher, visible, false),
        first(searcher, visible, true),
        view.commit(),
        bytes(view.directory(), view.reader().getIndexCommit().getFileNames()),
        isForGoingBack(previous, folder) ? Long.toString(previous.getAsLong()) : null,
        storage(view, folder, previous));
  }

  /** When the first article of an order by date was published; undated ones come last. */
  private static @Nullable Published first(IndexSearcher searcher, Query query, boolean newest)
      throws IOException {
    TopDocs found = searcher.search(query, 1, new Sort(Generation.published(newest)));
    return found.scoreDocs.length == 0
        ? null
        : ArticleDocument.read(searcher.storedFields(), found.scoreDocs[0].doc).published();
  }

  /** One that an earlier version made is kept for that version alone. */
  private static boolean isForGoingBack(OptionalLong previous, IndexFolder folder) {
    return previous.isPresent() && !Schema.isEarlier(folder, previous.getAsLong());
  }

  private static Storage storage(Views.View view, IndexFolder folder, OptionalLong previous)
      throws IOException {
    SourcesFolder.Size sources = SourcesFolder.size(folder);
    return new Storage(
        Fields.SCHEMA,
        view.reader().leaves().size(),
        previous.isPresent() ? bytes(folder, previous.getAsLong()) : 0,
        sources.kept(),
        sources.bytes(),
        FailureList.count(folder.failures()));
  }

  private static long bytes(IndexFolder folder, long generation) throws IOException {
    try (Directory directory = folder.open(generation)) {
      return bytes(directory, List.of(directory.listAll()));
    } catch (NoSuchFileException e) {
      return 0; // Removed meanwhile, or by hand.
    }
  }

  private static long bytes(Directory directory, Collection<String> files) throws IOException {
    long bytes = 0;
    for (String file : files) {
      try {
        bytes += directory.fileLength(file);
      } catch (NoSuchFileException e) {
        // A later commit no longer needs it.
      }
    }
    return bytes;
  }
}
