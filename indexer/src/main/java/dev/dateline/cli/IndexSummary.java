package dev.dateline.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;

/**
 * What a run of {@code index} did, for people and for programs.
 *
 * @param reading what came of the paths
 * @param fates what became of the articles
 * @param indexed how many articles were written: added or updated
 * @param unchangedFiles files that were not read, as they have not changed since the run before
 * @param failedBefore documents that failed in an earlier run, and whose files were not read again
 * @param dryRun whether nothing was written
 * @param index the folder of the index
 */
record IndexSummary(
    @JsonUnwrapped Reading reading,
    @JsonUnwrapped Fates fates,
    long indexed,
    long unchangedFiles,
    long failedBefore,
    boolean dryRun,
    String index) {

  String text() {
    String unchanged =
        unchangedFiles == 0
            ? ""
            : String.format(
                Locale.ENGLISH,
                "Files unchanged since they were read: %,d (--all reads them again)%n",
                unchangedFiles);
    String failed =
        failedBefore == 0
            ? ""
            : String.format(
                Locale.ENGLISH,
                "Failed before, and not read since: %,d (--retry-failed reads their files)%n",
                failedBefore);
    return String.format(
            Locale.ENGLISH,
            "%s: %s %s %s%n",
            reading.speed(),
            fates.text(),
            dryRun ? "if it were written to" : "in",
            TerminalText.plain(index))
        + unchanged
        + reading.rest()
        + failed;
  }
}
