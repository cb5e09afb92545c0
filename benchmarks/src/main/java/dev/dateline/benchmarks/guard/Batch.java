package dev.dateline.benchmarks.guard;

/**
 * What all queries of a class took, one after another.
 *
 * @param cpu of the thread, in nanoseconds
 * @param bytes that were allocated
 * @param found articles that were found, summed over the queries
 */
record Batch(long cpu, long bytes, long found) {

  /** What a worker writes before it takes work. */
  static final String READY = "ready";

  /** As a line of text. */
  String line() {
    return cpu + " " + bytes + " " + found;
  }

  /** Reads what {@link #line} wrote. */
  static Batch parse(String line) {
    String[] columns = line.split(" ", -1);
    return new Batch(
        Long.parseLong(columns[0]), Long.parseLong(columns[1]), Long.parseLong(columns[2]));
  }
}
