package dev.dateline.ingest.archive;

import dev.dateline.article.Published;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Trail;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways in which the corpora of TREC write dates, beside those that all documents have. */
final class TrecDate {

  /** {@code January 1, 1990, Monday, Home Edition}. */
  private static final Pattern BEFORE_EDITION =
      Pattern.compile("(\\p{Alpha}{3,9} \\d{1,2}, \\d{4})\\b.*", Pattern.DOTALL);

  /** {@code 910514}: all these corpora are of the twentieth century. */
  private static final Pattern SHORT = Pattern.compile("([89]\\d)(\\d\\d)(\\d\\d)");

  /** {@code 06/01/1998 01:00:00}, month first: the sources are American. */
  private static final Pattern AMERICAN =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|[89]\\d)(\\s.*)?");

  /** {@code AP880212-0001}, {@code NYT19980601.0001}, {@code AFP_ENG_20030401.0001}. */
  private static final Pattern IN_ID =
      Pattern.compile("(?:AP|WSJ|SJMN|FR)([89]\\d{5})-.*|[A-Z_]{2,12}?_?((?:19|20)\\d{6})[._].*");

  private TrecDate() {}

  /** The date of a document, with the rule that found it in the trail. */
  static @Nullable Published read(
      String text, @Nullable String id, Dates dates, Trail trail, Map<String, String> metadata) {
    if (!text.isEmpty()) {
      Dates.Reading reading = dates.readPast(plain(text));
      if (reading.note() != null) {
        trail.note("published: " + reading.note());
      }
      if (reading.date() != null) {
        trail.rule("published", "element of the date");
        return reading.date();
      }
      metadata.put("published.raw", trail.clean(text));
    }
    Matcher inId = IN_ID.matcher(id == null ? "" : id);
    if (!inId.matches()) {
      return null;
    }
    Published date =
        dates.readPast(plain(inId.group(1) == null ? inId.group(2) : inId.group(1))).date();
    if (date != null) {
      trail.rule("published", "date in the document number");
    }
    return date;
  }

  private static String plain(String text) {
    Matcher edition = BEFORE_EDITION.matcher(text);
    if (edition.matches()) {
      return edition.group(1);
    }
    Matcher day = SHORT.matcher(text);
    if (day.matches()) {
      return "19" + day.group(1) + "-" + day.group(2) + "-" + day.group(3);
    }
    Matcher american = AMERICAN.matcher(text);
    if (american.matches()) {
      String year = american.group(3).length() == 2 ? "19" : "";
      String time = american.group(4) == null ? "" : american.group(4);
      return year + american.group(3) + "-" + american.group(1) + "-" + american.group(2) + time;
    }
    return text;
  }
}
