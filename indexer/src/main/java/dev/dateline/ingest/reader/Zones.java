package dev.dateline.ingest.reader;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** The names of zones that RFC 822 defines, and others that mean one zone. */
final class Zones {

  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("akst", -9),
          Map.entry("akdt", -8),
          Map.entry("hst", -10),
          Map.entry("wet", 0),
          Map.entry("west", 1),
          Map.entry("bst", 1),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("mez", 1),
          Map.entry("mesz", 2),
          Map.entry("eet", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("hkt", 8),
          Map.entry("sgt", 8),
          Map.entry("jst", 9),
          Map.entry("kst", 9),
          Map.entry("aest", 10),
          Map.entry("aedt", 11),
          Map.entry("nzst", 12),
          Map.entry("nzdt", 13));

  /** What newsrooms of the United States write the whole year. */
  private static final Map<String, ZoneId> REGIONS =
      Map.of(
          "et", ZoneId.of("America/New_York"),
          "ct", ZoneId.of("America/Chicago"),
          "mt", ZoneId.of("America/Denver"),
          "pt", ZoneId.of("America/Los_Angeles"));

  private Zones() {}

  /**
   * A zone by its name or offset, such as {@code EST}, {@code ET}, {@code +01:00} or {@code UTC-5}.
   *
   * @throws DateTimeException if it is none that is known
   */
  static ZoneId of(String zone) {
    String name = zone.toLowerCase(Locale.ROOT);
    Integer hours = HOURS.get(name);
    if (hours != null) {
      return ZoneOffset.ofHours(hours);
    }
    ZoneId region = REGIONS.get(name);
    return region != null ? region : ZoneOffset.of(zone.replaceFirst("^[A-Za-z]+", ""));
  }
}
