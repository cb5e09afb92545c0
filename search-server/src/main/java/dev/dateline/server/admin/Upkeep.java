package dev.dateline.server.admin;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.lucene.Backups;
import dev.dateline.lucene.Damage;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Reindex;
import dev.dateline.lucene.Rollback;
import dev.dateline.lucene.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is done to the whole index.
 *
 * @param folder where the index is
 * @param index the same, as it is searched
 * @param soundness is told what a verification finds
 */
record Upkeep(Path folder, ArticleIndex index, Soundness soundness) {

  /**
   * What a reindex did.
   *
   * @param generation the name of the generation that is now in use
   */
  record Reindexed(String generation, long articles, long withdrawn) {}

  /**
   * What going back to the previous generation did.
   *
   * @param generation the name of the generation that is in use again
   * @param previousGeneration the name of the one that was in use, which is kept
   * @param added how many articles were taken along that were written since, withdrawn ones among
   *     them
   * @param deleted how many were deleted since, and are again
   */
  record RolledBack(String generation, String previousGeneration, long added, long deleted) {}

  /**
   * What a backup made.
   *
   * @param backup its name, a folder in that of the backups
   * @param articles how many articles are in it, hidden ones among them
   * @param copiedBytes what was copied
   * @param sharedBytes what it shares with the backup before
   * @param damages the files of the backup before that are damaged; they were copied again
   * @param removed the names of old backups that were removed
   */
  record BackedUp(
      String backup,
      long articles,
      long copiedBytes,
      long sharedBytes,
      List<Damage> damages,
      List<String> removed) {}

  /**
   * What a verification found.
   *
   * @param compared how many articles were compared with what is indexed of them
   */
  record Verified(
      boolean sound,
      String generation,
      long articles,
      int files,
      long bytes,
      long compared,
      List<Damage> damages) {}

  /** Builds the index anew from the articles that it holds; writes go on meanwhile. */
  Reindexed reindex(ArticleWriter writer, Reindex.Previous previous, Progress progress)
      throws IOException {
    Reindex.Summary summary;
    try (Reindex reindex = alone(embedded(writer)::startReindex)) {
      reindex.discardPrevious();
      summary = reindex.finish(Reindex.Rest.KEEP, previous, progress::reach);
    }
    index.refresh();
    soundness.replaced();
    return new Reindexed(summary.generation(), summary.kept(), summary.withdrawn());
  }

  /** Goes back to the generation before the last reindex; writes go on meanwhile. */
  RolledBack rollback(ArticleWriter writer, Progress progress) throws IOException {
    Rollback.Summary summary;
    try (Rollback rollback = start(embedded(writer), progress)) {
      summary = rollback.finish(progress::reach);
    }
    index.refresh();
    soundness.replaced();
    return new RolledBack(
        summary.generation(), summary.left(), summary.added().size(), summary.deleted().size());
  }

  /** All of the generation is read before that is put in use. */
  private static Rollback start(LuceneWriter writer, Progress progress) throws IOException {
    return alone(() -> writer.startRollback(bytes -> progress.check()));
  }

  /** The writer, opened anew where a write has failed: as the next write would have it. */
  static LuceneWriter embedded(ArticleWriter writer) throws IOException {
    if (writer instanceof LuceneWriter embedded) {
      return embedded.acknowledge(() -> embedded);
    }
    throw new IOException("the engine of this index has no generations");
  }

  /** Jobs of two kinds run beside each other, where the index lets them. */
  static <T> T alone(Beginning<T> beginning) throws IOException {
    try {
      return beginning.begin();
    } catch (IllegalStateException running) {
      throw new IOException(running.getMessage(), running);
    }
  }

  interface Beginning<T> {
    T begin() throws IOException;
  }

  /**
   * Makes a backup.
   *
   * @param keep how many to keep in all; 0 for all
   */
  BackedUp backup(Path backups, int keep, Progress progress) throws IOException {
    Backups all = new Backups(backups);
    Backups.Made made = all.make(folder, progress::add);
    List<String> removed =
        keep == 0 ? List.of() : all.keepLatest(keep).stream().map(Upkeep::name).toList();
    return new BackedUp(
        name(made.path()), made.articles(), made.copied(), made.linked(), made.damaged(), removed);
  }

  /**
   * Looks whether the index is as it was written.
   *
   * @param compared how many articles to compare with what is indexed of them
   */
  Verified verify(int compared, Progress progress) throws IOException {
    Verification found = Verification.of(folder, compared, progress::add);
    soundness.verified(found);
    return new Verified(
        found.isSound(),
        found.generation(),
        found.articles(),
        found.files(),
        found.bytes(),
        found.compared(),
        found.damages());
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
