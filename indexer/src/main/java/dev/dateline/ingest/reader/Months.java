package dev.dateline.ingest.reader;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of months in the languages of which the news is full, whole or cut short. */
final class Months {

  /** In the order of the year: English, French, German, Spanish, Italian, Portuguese, ... */
  private static final List<List<String>> NAMES =
      List.of(
          names("january janvier januar enero gennaio janeiro januari января stycznia leden ledna"),
          names(
              "february fevrier februar febrero febbraio fevereiro februari февраля lutego unora"),
          names("march mars marz maerz marzo marco maart mrt marts марта marca brezna"),
          names("april avril abril aprile апреля kwietnia dubna"),
          names("may mai mayo maggio maio mei maj мая maja kvetna"),
          names("june juin juni junio giugno junho июня czerwca cervna"),
          names("july juillet juli julio luglio julho июля lipca cervence"),
          names("august aout agosto augustus augusti августа sierpnia srpna"),
          names("september septembre septiembre settembre setembro сентября wrzesnia zari"),
          names("october octobre oktober octubre ottobre outubro октября pazdziernika rijna"),
          names("november novembre noviembre novembro ноября listopada listopadu"),
          names(
              "december decembre dezember diciembre dicembre dezembro desember декабря grudnia"
                  + " prosince"));

  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  private static final int SHORTEST = 3;

  private Months() {}

  private static List<String> names(String names) {
    return List.of(names.split(" "));
  }

  /**
   * The number of a month, from 1.
   *
   * @param name its name or the beginning of it
   * @throws DateTimeException if no month, or more than one, begins so
   */
  static int number(String name) {
    String plain =
        MARK.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
            .replaceAll("");
    int found = 0;
    for (int month = 1; month <= NAMES.size(); month++) {
      boolean named = NAMES.get(month - 1).stream().anyMatch(each -> each.startsWith(plain));
      if (named && found > 0) {
        throw new DateTimeException("more than one month: " + name);
      }
      found = named ? month : found;
    }
    if (found == 0 || plain.length() < SHORTEST) {
      throw new DateTimeException("no month: " + name);
    }
    return found;
  }
}
