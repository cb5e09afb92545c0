package dev.dateline.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a long command is, in a line: {@code Indexing [#### ] 12,345 documents, 1.2 of 3.0 GB,
 * 3,400 a second, 2:10 left}.
 *
 * @param task what is being done
 * @param documents how many documents were read
 * @param bytes how many bytes were read
 * @param total how many bytes there are, or 0 if that is not known
 * @param elapsed since the beginning
 */
record ProgressLine(String task, long documents, long bytes, long total, Duration elapsed) {

  /** The longest line, in characters. */
  static final int LONGEST = 100;

  private static final int BAR = 20;

  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  String text() {
    double seconds = Math.max(1, elapsed.toMillis()) / 1000.0;
    return String.format(
        Locale.ENGLISH,
        "%s%s %,d documents, %s, %,.0f a second, %s",
        task,
        total > 0 ? " " + bar() : ":",
        documents,
        total > 0 ? size(bytes) + " of " + size(total) : size(bytes),
        documents / seconds,
        total > 0 && bytes > 0 ? time(left(seconds)) + " left" : time(elapsed));
  }

  private String bar() {
    int done = (int) Math.min(BAR, BAR * bytes / total);
    return "[" + "#".repeat(done) + " ".repeat(BAR - done) + "]";
  }

  private Duration left(double seconds) {
    double rest = (double) Math.max(0, total - bytes) / bytes;
    return Duration.ofSeconds(Math.round(seconds * rest));
  }

  /** {@code 1.2 GB}, in decimal units. */
  static String size(long bytes) {
    double size = bytes / 1e3;
    int unit = 0;
    while (size >= 1000 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ENGLISH, "%.1f %s", size, UNITS[unit]);
  }

  private static String time(Duration time) {
    return time.toHours() == 0
        ? String.format(Locale.ENGLISH, "%d:%02d", time.toMinutes(), time.toSecondsPart())
        : String.format(
            Locale.ENGLISH,
            "%d:%02d:%02d",
            time.toHours(),
            time.toMinutesPart(),
            time.toSecondsPart());
  }
}
