package dev.dateline.cli;

/** What became of an article that was read: see {@link Fates}. */
enum Fate {
  ADDED,
  UPDATED,
  UNCHANGED,
  OLDER,
  POORER,
  TAKEN_BEFORE,
  STILL_WITHDRAWN
}
