package dev.dateline.ingest.reader;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The forms in which dates are written, as patterns that name their groups: {@code year}, {@code
 * month} and {@code day}, or {@code one} and {@code two} where the order of day and month must be
 * told; and those of the time.
 */
final class DateForms {

  private static final String TIME =
      "(?<hour>\\d{1,2})"
          + "(?:(?:[:.h]|(?<=\\d{2}))(?<minute>\\d{2})"
          + "(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?|h|(?=\\s*[ap]\\.?m\\b))"
          + "(?:\\s*(?<half>[ap])\\.?m\\b\\.?)?(?:\\s*(?:uhr|hrs|h)\\b)?"
          + "\\s*(?<zone>[A-Z]{1,4}|(?:GMT|UTC)?[+-]\\d{2}(?::?\\d{2})?)?(?:\\[[^]]*])?"
          + "(?:\\s*\\([^()]{0,40}\\))?";

  private static final String BEFORE_TIME =
      "(?:\\s*[,|•·–—-]?\\s+(?:(?:at|um|à|às|as|a las|alle|alle ore|ore|om|kl|kl\\.|о|в)\\s+)?|T)";

  private static final String THEN_TIME = "(?:" + BEFORE_TIME + TIME + ")?";

  /** What is dated so is no first publication. */
  private static final String UPDATE =
      "updat|modif|edited|last|aktualis|actualiz|atualiz|aggiorn|bijgewerkt|gewijzigd|stand|mis\\b|maj\\b";

  /** Any word: the day of the week is not needed, and its names are many. */
  private static final String WEEKDAY =
      "(?:(?!" + UPDATE + ")(?:le\\s+)?\\p{L}{2,13}(?:-feira)?(?:\\.?,?\\s+|,\\s*))?";

  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°|ª)?";

  private static final String MONTH = "(?<month>\\p{L}{3,12})";

  private static final String OF = "(?:(?:of|de|del|di|do)\\s+|d['’])?";

  private static final String DAY_MONTH_YEAR =
      DAY
          + "(?:\\s+|-|(?<=\\.))"
          + OF
          + MONTH
          + "(?:[.,]{0,2}\\s+|-)"
          + OF
          + "(?<year>\\d{4}|\\d{2})";

  private static final String MONTH_DAY_YEAR = MONTH + "\\.?\\s+" + DAY + ",?\\s+(?<year>\\d{4})";

  private static final List<Pattern> ALL =
      List.of(
          form(
              "(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})"
                  + ("(?:(?:T|\\s+|" + BEFORE_TIME + ")" + TIME + ")?")),
          form(
              "(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})"
                  + ("(?:(?:T|\\s+)?" + TIME + ")?")),
          form(WEEKDAY + DAY_MONTH_YEAR + THEN_TIME),
          form(WEEKDAY + MONTH_DAY_YEAR + THEN_TIME),
          form(WEEKDAY + MONTH + "\\s+" + DAY + "\\s+" + TIME + "\\s+(?<year>\\d{4})"),
          form(TIME + "\\s*[,|]?\\s+(?:on\\s+)?" + WEEKDAY + MONTH_DAY_YEAR),
          form(TIME + "\\s*[,|]?\\s+(?:on\\s+)?" + WEEKDAY + DAY_MONTH_YEAR),
          form(
              "(?<year>\\d{4})\\s*[年년]\\s*(?<month>\\d{1,2})\\s*[月월]\\s*(?<day>\\d{1,2})\\s*[日일]"
                  + ("(?:\\s*" + TIME + ")?")),
          form(
              WEEKDAY
                  + "(?<one>\\d{1,2})(?<mark>[-/.])(?<two>\\d{1,2})\\k<mark>(?<year>\\d{4})"
                  + THEN_TIME));

  /** What stands before a date of publication: {@code Published on:}. */
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:first|originally|article)\\s+)?(?:published|posted|released|created|date|publi[ée]e?|mis"
              + " en ligne|publicad[oa]|pubblicato|veröffentlicht|erschienen|gepubliceerd"
              + "|geplaatst|publicerad|udgivet|опубликовано)"
              + "\\s*(?::|-|–|\\|)?\\s*(?:(?:on|at|le|el|em|am|il|op|den)\\b)?\\s*:?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private DateForms() {}

  static List<Pattern> all() {
    return ALL;
  }

  /** The text without what says that it is a date of publication. */
  static String withoutLabel(String text) {
    return LABEL.matcher(text).replaceFirst("");
  }

  private static Pattern form(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
