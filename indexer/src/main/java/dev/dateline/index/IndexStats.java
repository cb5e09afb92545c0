package dev.dateline.index;

import dev.dateline.article.Published;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds.
 *
 * @param articles how many articles can be found
 * @param withdrawn how many ids are withdrawn; none of them is among the articles
 * @param embargoed how many articles can be found only later
 * @param oldest when the oldest of those that can be found was published, or null if none is dated
 * @param newest when the newest of those that can be found was published, or null if none is dated
 * @param commit the commit that was looked at
 * @param bytes what it takes on disk, without a previous generation
 * @param previous the name of the generation that was in use before and that one can go back to, or
 *     null if none is kept
 * @param storage what it has on disk; null where the engine keeps that to itself
 */
public record IndexStats(
    long articles,
    long withdrawn,
    long embargoed,
    @Nullable Published oldest,
    @Nullable Published newest,
    Commit commit,
    long bytes,
    @Nullable String previous,
    @Nullable Storage storage) {

  /** The name of the generation that answers; changes with every reindex. */
  public String generation() {
    return commit.generation();
  }
}
