package dev.dateline.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reindex did, for people and for programs.
 *
 * @param reading what came of the paths
 * @param fates what became of the articles in the paths
 * @param kept articles of the index that are not in the paths
 * @param removed articles that were removed because they are not in the paths
 * @param generation the generation that is now in use
 * @param previous the one that was in use, if it is kept
 * @param migrated whether an earlier version made the one that was in use
 * @param dryRun whether the index was left as it was
 * @param index the folder of the index
 */
record ReindexSummary(
    @JsonUnwrapped Reading reading,
    @JsonUnwrapped Fates fates,
    long kept,
    long removed,
    String generation,
    @Nullable String previous,
    boolean migrated,
    boolean dryRun,
    String index) {

  /**
   * @param fromPaths whether there were paths to read
   */
  String text(boolean fromPaths) {
    String fresh = String.format(Locale.ENGLISH, "%s: %s%n", reading.speed(), fates.text());
    String rest =
        String.format(
            Locale.ENGLISH,
            "%,d kept%s, %,d removed; %s%n",
            kept,
            fromPaths && kept > 0 && removed == 0
                ? " that are not in the paths (--prune removes them)"
                : "",
            removed,
            use());
    return (fromPaths ? fresh : "") + rest + reading.rest();
  }

  private String use() {
    if (dryRun) {
      return "the index is as it was";
    }
    String inUse = "generation " + generation + " is in use";
    if (previous == null) {
      return inUse;
    }
    String kept = ", " + previous + " is kept (dateline rollback ";
    return inUse + kept + (migrated ? "--discard removes it)" : "goes back to it)");
  }
}
