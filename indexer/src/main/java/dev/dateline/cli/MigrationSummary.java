package dev.dateline.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an index that an earlier version made, for people and for programs.
 *
 * @param kept articles that were taken over, withdrawn ones not counted
 * @param withdrawn withdrawn ones, which stay so
 * @param fromSchema the schema that the index had
 * @param toSchema the one that it has
 * @param generation the generation that is now in use
 * @param previous the one that was in use, if it is kept
 * @param seconds how long it took
 * @param dryRun whether the index was left as it was
 * @param index the folder of the index
 */
record MigrationSummary(
    long kept,
    long withdrawn,
    int fromSchema,
    int toSchema,
    String generation,
    @Nullable String previous,
    double seconds,
    boolean dryRun,
    String index) {

  String text() {
    return String.format(
        Locale.ENGLISH,
        "%,d articles, and %,d withdrawn, %s from schema %d to %d in %.1f s; %s%n",
        kept,
        withdrawn,
        dryRun ? "would be brought" : "were brought",
        fromSchema,
        toSchema,
        seconds,
        use());
  }

  private String use() {
    if (dryRun) {
      return "the index is as it was";
    }
    String inUse = "generation " + generation + " is in use";
    return previous == null
        ? inUse
        : inUse + ", " + previous + " is kept (dateline rollback --discard removes it)";
  }
}
