package dev.dateline.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;

/**
 * What a reindex did, for people and for programs.
 *
 * @param reading what came of the paths
 * @param added articles that the index did not hold
 * @param updated articles that took the place of those with their ids
 * @param stillWithdrawn articles that were left out, as the index holds their ids as withdrawn
 * @param kept articles of the index that are not in the paths
 * @param removed articles that were removed because they are not in the paths
 * @param generation the generation that is now in use
 * @param index the folder of the index
 */
record ReindexSummary(
    @JsonUnwrapped Reading reading,
    long added,
    long updated,
    long stillWithdrawn,
    long kept,
    long removed,
    String generation,
    String index) {

  /**
   * @param fromPaths whether there were paths to read
   */
  String text(boolean fromPaths) {
    String fresh =
        String.format(
            Locale.ENGLISH,
            "%s: %,d added, %,d updated, %,d still withdrawn%n",
            reading.speed(),
            added,
            updated,
            stillWithdrawn);
    String rest =
        String.format(
            Locale.ENGLISH,
            "%,d kept%s, %,d removed; generation %s is in use%n",
            kept,
            fromPaths && kept > 0 && removed == 0
                ? " that are not in the paths (--prune removes them)"
                : "",
            removed,
            generation);
    return (fromPaths ? fresh : "") + rest + reading.rest();
  }
}
