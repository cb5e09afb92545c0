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
 * @param withdrawn withdrawn articles of the index that are not in the paths, which stay so
 * @param removed articles that were removed because they are not in the paths
 * @param generation the generation that is now in use
 * @param previous the one that was in use, if it is kept
 * @param dryRun whether the index was left as it was
 * @param index the folder of the index
 */
record ReindexSummary(
    @JsonUnwrapped Reading reading,
    @JsonUnwrapped Fates fates,
    long kept,
    long withdrawn,
    long removed,
    String generation,
    @Nullable String previous,
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
            "%,d kept%s, %s%,d removed; %s%n",
            kept,
            fromPaths && kept > 0 && removed == 0
                ? " that are not in the paths (--prune removes them)"
                : "",
            withdrawn > 0 ? String.format(Locale.ENGLISH, "%,d kept withdrawn, ", withdrawn) : "",
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
    return inUse + ", " + previous + " is kept (dateline rollback goes back to it)";
  }
}
