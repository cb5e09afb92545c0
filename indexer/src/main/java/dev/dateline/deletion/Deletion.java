package dev.dateline.deletion;

import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.lucene.Backups;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Purge;
import dev.dateline.lucene.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Removes articles from an index. Used once. */
public final class Deletion {

  private final LuceneWriter writer;
  private final Set<String> ids;
  private final Lock whileDeleting;

  /**
   * @param ids of articles; also of such that are not there
   */
  public Deletion(LuceneWriter writer, Set<String> ids) {
    this(writer, ids, new ReentrantLock());
  }

  /**
   * The same beside others who change articles.
   *
   * @param whileDeleting is held while an article is looked at and deleted, for each anew, so that
   *     who needs it alone waits for one and not for the whole list; not while that is put on disk.
   *     A purge needs none, as what is purged is withdrawn and not taken again
   */
  public Deletion(LuceneWriter writer, Set<String> ids, Lock whileDeleting) {
    this.writer = writer;
    this.whileDeleting = whileDeleting;
    this.ids = new LinkedHashSet<>(ids);
  }

  /** What was deleted, and which ids were not there. */
  public record Deleted(long deleted, List<String> missing) {}

  /**
   * What was purged.
   *
   * @param purged how many ids are withdrawn now, with nothing else of them
   * @param sources what the kept sources were called that were removed
   * @param readFrom the files that they were read from, which are not touched
   * @param remains where they may still be, each with the reason
   */
  public record Purged(
      long purged, List<String> sources, List<String> readFrom, List<String> remains) {}

  /** Deletes them; when this returns it is on disk. */
  public Deleted delete() throws IOException {
    return writer.acknowledge(this::deleteAll);
  }

  private Deleted deleteAll() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      if (!delete(id)) {
        missing.add(id);
      }
    }
    return new Deleted(ids.size() - missing.size(), missing);
  }

  /**
   * Deletes one.
   *
   * @return whether it was there
   */
  private boolean delete(String id) throws IOException {
    whileDeleting.lock();
    try {
      boolean there = writer.find(id).isPresent();
      writer.delete(id);
      return there;
    } finally {
      whileDeleting.unlock();
    }
  }

  /**
   * Purges them; when this returns it is on disk.
   *
   * @param withdrawn whether also all ids that are withdrawn
   * @param backups folders of backups, from which they are purged too
   * @throws IllegalStateException if a reindex or a rollback is running
   */
  public Purged purge(boolean withdrawn, List<Path> backups) throws IOException {
    if (withdrawn) {
      ids.addAll(writer.withdrawn());
    }
    Purge purge = writer.purge(ids, this::judge);
    Set<String> sources = new LinkedHashSet<>(purge.sources());
    Set<String> readFrom = new LinkedHashSet<>(purge.readFrom());
    List<String> remains = new ArrayList<>(purge.remains());
    for (Path folder : backups) {
      try {
        Purge purged = new Backups(folder).purge(ids, this::judge);
        sources.addAll(purged.sources());
        readFrom.addAll(purged.readFrom());
        remains.addAll(purged.remains());
      } catch (IOException e) {
        remains.add(folder + ": " + e.getMessage() + "; to be purged again");
      }
    }
    return new Purged(ids.size(), List.copyOf(sources), List.copyOf(readFrom), remains);
  }

  private Sources.Verdict judge(String name, InputStream in) throws IOException {
    Ingest.Sighting seen = Ingest.lookFor(ids, name, in);
    Outcome.Malformed unread = seen.unread();
    return new Sources.Verdict(
        seen.held(),
        unread == null ? null : String.join(" ", unread.file(), unread.where(), unread.reason()));
  }
}
