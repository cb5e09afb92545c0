package dev.dateline.server.admin;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.lucene.Backups;
import dev.dateline.lucene.Damage;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Reindex;
import dev.dateline.lucene.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is done to the whole index.
 *
 * @param folder where the index is
 * @param index the same, as it is searched
 */
record Upkeep(Path folder, ArticleIndex index) {

  /**
   * What a reindex did.
   *
   * @param generation the name of the generation that is now in use
   */
  record Reindexed(String generation, long articles, long withdrawn) {}

  /**
   * What a backup made.
   *
   * @param backup its name, a folder in that of the backups
   * @param articles how many articles are in it, hidden ones among them
   * @param copiedBytes what was copied
   * @param sharedBytes what it shares with the backup before
   * @param removed the names of old backups that were removed
   */
  record BackedUp(
      String backup, long articles, long copiedBytes, long sharedBytes, List<String> removed) {}

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
  Reindexed reindex(ArticleWriter writer, Progress progress) throws IOException {
    if (!(writer instanceof LuceneWriter embedded)) {
      throw new IOException("the engine of this index does not build it anew");
    }
    Reindex.Summary summary;
    try (Reindex reindex = embedded.startReindex()) {
      summary = reindex.finish(Reindex.Rest.KEEP, progress::reach);
    }
    index.refresh();
    return new Reindexed(summary.generation(), summary.kept(), summary.withdrawn());
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
    return new BackedUp(name(made.path()), made.articles(), made.copied(), made.linked(), removed);
  }

  /**
   * Looks whether the index is as it was written.
   *
   * @param compared how many articles to compare with what is indexed of them
   */
  Verified verify(int compared, Progress progress) throws IOException {
    Verification found = Verification.of(folder, compared, progress::add);
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
