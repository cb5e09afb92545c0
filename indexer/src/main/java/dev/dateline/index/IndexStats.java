package dev.dateline.index;

import dev.dateline.article.Published;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds.
 *
 * @param articles how many articles can be found, withdrawn ones not counted
 * @param oldest when the oldest of them was published, or null if none is dated
 * @param newest when the newest of them was published, or null if none is dated
 * @param commit the commit that was looked at
 * @param bytes what it takes on disk, without a previous generation
 * @param previous the name of the generation that was in use before and that one can go back to, or
 *     null if none is kept
 */
public record IndexStats(
    long articles,
    @Nullable Published oldest,
    @Nullable Published newest,
    Commit commit,
    long bytes,
    @Nullable String previous) {

  /** The name of the generation that answers; changes with every reindex. */
  public String generation() {
    return commit.generation();
  }
}
