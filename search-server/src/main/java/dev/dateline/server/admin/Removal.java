package dev.dateline.server.admin;

import dev.dateline.deletion.Condemned;
import dev.dateline.deletion.Deletion;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Deletes articles, while others are searched and written.
 *
 * @param changing is held while an article is deleted: no change that depends on what is there
 *     falls between its look and what it does
 * @param backups the folder of the server's backups, or null if it makes none
 */
record Removal(ArticleIndex index, ArticleWriter writer, Lock changing, @Nullable Path backups) {

  /** As many as a person looks through; an export of the same search names all. Not fitted. */
  private static final int MOST_LISTED = 1_000;

  private static final String OTHER_BACKUPS =
      "backups: this server knows of none, as it was started without backup-folder; those that were"
          + " made hold it until dateline delete --purge --backups DIR";

  /**
   * What would be deleted.
   *
   * @param wouldDelete the first of them
   */
  record WouldDelete(long count, List<Condemned.Listed> wouldDelete) {}

  /**
   * Does it, or tells what would be done. It can be cancelled until all are found.
   *
   * @return a {@link WouldDelete}, a {@link Deletion.Deleted} or a {@link Deletion.Purged}
   */
  Object of(Doomed doomed, Progress progress) throws IOException {
    Condemned condemned = Condemned.find(index, doomed.ids(), doomed.search(), progress::reach);
    progress.reach(condemned.ids().size());
    if (doomed.dryRun()) {
      List<Condemned.Listed> listed = new ArrayList<>();
      condemned.forEach(index, MOST_LISTED, listed::add);
      return new WouldDelete(condemned.ids().size(), listed);
    }
    Deletion deletion = new Deletion(Upkeep.embedded(writer), condemned.ids(), changing);
    Object done = doomed.purge() ? purge(deletion, doomed.withdrawn()) : deletion.delete();
    index.refresh();
    return done;
  }

  private Deletion.Purged purge(Deletion deletion, boolean withdrawn) throws IOException {
    List<Path> folders = backups == null ? List.of() : List.of(backups);
    Deletion.Purged purged = Upkeep.alone(() -> deletion.purge(withdrawn, folders));
    if (backups != null) {
      return purged;
    }
    List<String> remains = new ArrayList<>(purged.remains());
    remains.add(OTHER_BACKUPS);
    return new Deletion.Purged(purged.purged(), purged.sources(), purged.readFrom(), remains);
  }
}
