package dev.dateline.cli;

import dev.dateline.ingest.Ingest;
import dev.dateline.lucene.Backups;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Purge;
import dev.dateline.lucene.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Removes articles from an index. */
final class Deletion {

  private final LuceneWriter writer;
  private final Set<String> ids;

  Deletion(LuceneWriter writer, Set<String> ids) {
    this.writer = writer;
    this.ids = new LinkedHashSet<>(ids);
  }

  /** What was deleted, and which ids were not there. */
  record Deleted(long deleted, List<String> missing) {}

  /**
   * What was purged.
   *
   * @param purged how many ids are withdrawn now, with nothing else of them
   */
  record Purged(long purged, List<String> sources, List<String> readFrom, List<String> remains) {}

  /** Deletes them; when this returns it is on disk. */
  Deleted delete() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      if (writer.find(id).isEmpty()) {
        missing.add(id);
      }
      writer.delete(id);
    }
    writer.commit();
    return new Deleted(ids.size() - missing.size(), missing);
  }

  /**
   * Purges them; when this returns it is on disk.
   *
   * @param withdrawn whether also all ids that are withdrawn
   */
  Purged purge(boolean withdrawn, List<Path> backups) throws IOException {
    if (withdrawn) {
      ids.addAll(writer.withdrawn());
    }
    Sources.Judge judge = (name, in) -> Ingest.holdsAny(name, in, ids);
    Purge purge = writer.purge(ids, judge);
    List<String> remains = new ArrayList<>(purge.remains());
    for (Path folder : backups) {
      remains.addAll(new Backups(folder).purge(ids, judge));
    }
    return new Purged(ids.size(), purge.sources(), purge.readFrom(), remains);
  }
}
