package dev.dateline.cli;

import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading documents, for people and for programs.
 *
 * @param read documents that were read: those that became articles and those that were skipped
 * @param files files on disk that were read
 * @param bytes bytes of files and streams that were read, packed ones as they are
 * @param formats what each format gave
 * @param skipped documents that are no articles, or that could not be read
 * @param skippedFor how many for each reason, most frequent first
 * @param passedOver files, and entries of files, that hold no documents
 * @param passedOverFor how many for each reason, most frequent first
 * @param failures the file that names what was skipped, if anything was
 * @param seconds how long it took
 * @param perSecond documents read in a second
 */
record Reading(
    long read,
    long files,
    long bytes,
    Map<String, Format> formats,
    long skipped,
    SequencedMap<String, Long> skippedFor,
    long passedOver,
    SequencedMap<String, Long> passedOverFor,
    @Nullable String failures,
    double seconds,
    double perSecond) {

  /** Reasons that are listed for people; programs get all of them. */
  private static final int LISTED = 10;

  /** What one format gave. */
  record Format(long articles, long skipped) {
    Format plus(Format other) {
      return new Format(articles + other.articles, skipped + other.skipped);
    }
  }

  /** 0, or 1 if a document failed. A file that holds no documents is no failure. */
  int exitCode() {
    return skipped == 0 ? 0 : 1;
  }

  /** How many were read, how fast: "1,234 documents in 0.4 s (3,085 a second)". */
  String speed() {
    return String.format(
        Locale.ENGLISH,
        "%,d document%s in %.1f s (%,.0f a second)",
        read,
        read == 1 ? "" : "s",
        seconds,
        perSecond);
  }

  /** What each format gave, and what did not become an article, and why, in lines. */
  String rest() {
    String skippedFile = failures == null ? "" : "Named in " + TerminalText.plain(failures) + "\n";
    return byFormat()
        + counted("Skipped", skipped, skippedFor)
        + skippedFile
        + counted("Files passed over", passedOver, passedOverFor);
  }

  /** Nothing to tell of a single format of which all became articles. */
  private String byFormat() {
    if (formats.size() < 2) {
      return "";
    }
    StringBuilder text = new StringBuilder("By format:\n");
    formats.forEach(
        (name, format) ->
            text.append(
                String.format(
                    Locale.ENGLISH,
                    "%,7d  %s%s%n",
                    format.articles(),
                    TerminalText.plain(name),
                    format.skipped() == 0
                        ? ""
                        : String.format(Locale.ENGLISH, ", %,d skipped", format.skipped()))));
    return text.toString();
  }

  private static String counted(String what, long count, SequencedMap<String, Long> reasons) {
    if (count == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder(String.format(Locale.ENGLISH, "%s: %,d%n", what, count));
    reasons.entrySet().stream()
        .limit(LISTED)
        .forEach(
            reason ->
                text.append(
                    String.format(
                        Locale.ENGLISH,
                        "%,7d  %s%n",
                        reason.getValue(),
                        TerminalText.plain(reason.getKey()))));
    return text.toString();
  }
}
