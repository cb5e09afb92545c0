package dev.dateline.benchmarks.report;

/**
 * What was measured of one benchmark.
 *
 * @param benchmark its class and method, {@code QueryBenchmark.page}, and {@link #GROWN} after them
 *     where the index has many segments
 * @param query the class of queries; empty if it has none
 * @param articles in the index, or those that were indexed
 * @param cpu mean CPU time of an operation, in microseconds
 * @param median of the time that passed, in microseconds; 0 if it was not taken
 */
record Figure(String benchmark, String query, String articles, double cpu, double median) {

  static final String GROWN = " grown";

  static final String HEADER = "benchmark,query,articles,cpu us,median us";

  /** As a line of CSV. */
  String line() {
    return String.join(
        ",", benchmark, query, articles, Double.toString(cpu), Double.toString(median));
  }

  /** Reads what {@link #line} wrote. */
  static Figure parse(String line) {
    String[] columns = line.split(",", -1);
    return new Figure(
        columns[0],
        columns[1],
        columns[2],
        Double.parseDouble(columns[3]),
        Double.parseDouble(columns[4]));
  }
}
