package dev.dateline.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many articles had each fate: together they are all articles that were read.
 *
 * @param added the index did not hold them
 * @param updated they took the place of another version
 * @param unchanged the index holds the same
 * @param older the index holds a later version
 * @param poorer the index holds more of the text
 * @param takenBefore the run before, which was cut off, has taken them
 * @param stillWithdrawn the index holds their ids as withdrawn
 */
record Fates(
    long added,
    long updated,
    long unchanged,
    long older,
    long poorer,
    long takenBefore,
    long stillWithdrawn) {

  static Fates of(Admission admission) {
    return new Fates(
        admission.count(Fate.ADDED),
        admission.count(Fate.UPDATED),
        admission.count(Fate.UNCHANGED),
        admission.count(Fate.OLDER),
        admission.count(Fate.POORER),
        admission.count(Fate.TAKEN_BEFORE),
        admission.count(Fate.STILL_WITHDRAWN));
  }

  /** How many were written. */
  long indexed() {
    return added + updated;
  }

  long sum() {
    return added + updated + unchanged + older + poorer + takenBefore + stillWithdrawn;
  }

  /** "1,204 added, 3 updated", and what else there was. */
  String text() {
    return Stream.of(
            counted(added, "added"),
            counted(updated, "updated"),
            more(unchanged, "unchanged"),
            more(older, "older than what the index holds"),
            more(poorer, "shorter than what the index holds"),
            more(takenBefore, "taken by the run before"),
            more(stillWithdrawn, "still withdrawn"))
        .flatMap(words -> words)
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> more(long count, String fate) {
    return count == 0 ? Stream.empty() : counted(count, fate);
  }

  private static Stream<String> counted(long count, String fate) {
    return Stream.of(String.format(Locale.ENGLISH, "%,d %s", count, fate));
  }
}
