package dev.dateline.ingest.reader;

import dev.dateline.article.Published;
import dev.dateline.article.Published.Precision;
import dev.dateline.article.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a document was published and changed, and whether and from when it may be found. */
final class Timing {

  private static final Set<String> WITHDRAWN =
      Set.of("canceled", "cancelled", "killed", "withdrawn");

  /**
   * The end of an embargo that has none yet. A withheld item is held back like an embargoed one and
   * not withdrawn: it "must not be used until further notice", which its next version gives,
   * whereas a withdrawn article stays so whatever comes after it.
   */
  private static final Instant OPEN_END = Instant.parse("9999-12-31T23:59:59Z");

  private final Dates dates;
  private final Trail trail;
  private final SequencedMap<String, String> notBelieved = new LinkedHashMap<>();
  private @Nullable Published published;
  private @Nullable Published updated;
  private @Nullable String embargo;
  private boolean embargoed;
  private boolean withheld;
  private boolean withdrawn;

  Timing(Dates dates, Trail trail) {
    this.dates = dates;
    this.trail = trail;
  }

  void published(String text, String rule) {
    if (published == null && !text.isBlank()) {
      published = past("published", text, rule);
    }
  }

  void updated(String text, String rule) {
    if (updated == null && !text.isBlank()) {
      updated = past("updated", text, rule);
    }
  }

  private @Nullable Published past(String field, String text, String rule) {
    Dates.Reading reading = dates.readPast(text);
    if (reading.note() != null) {
      trail.note(field + ": " + reading.note());
    }
    if (reading.date() == null) {
      notBelieved.putIfAbsent(field + ".raw", trail.clean(text));
    } else {
      trail.rule(field, rule);
    }
    return reading.date();
  }

  void embargo(String text, String rule) {
    if (embargo == null && !text.isBlank()) {
      embargo = text;
      trail.rule("status", rule);
    }
  }

  /** Takes the time of a release: one after the publication is the end of an embargo. */
  void release(String text, String rule) {
    Published release = dates.read(text).date();
    if (embargoed
        || published == null
        || (release != null && release.at().isAfter(published.at()))) {
      embargo(text, rule);
    }
    published(text, rule);
  }

  /** Takes a word for the status. One that is not known is kept as it is. */
  void status(String text, String rule) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    embargoed |= word.equals("embargoed");
    withheld |= word.equals("withheld");
    withdrawn |= WITHDRAWN.contains(word);
    if (embargoed || withheld || withdrawn || word.equals("usable")) {
      trail.rule("status", rule);
    } else if (!word.isEmpty()) {
      notBelieved.putIfAbsent("status", trail.clean(text));
    }
  }

  /** The texts that are no date or status, or none to be believed, for the metadata. */
  SequencedMap<String, String> notBelieved() {
    return notBelieved;
  }

  @Nullable Published published() {
    return published;
  }

  @Nullable Instant updated() {
    if (updated != null && updated.precision() == Precision.DAY) {
      trail.note("updated: is known to the day, taken as its start in UTC");
    }
    return updated == null ? null : updated.at();
  }

  /** The status, or null if the time of an embargo is not understood. */
  @Nullable Status status() {
    if (withdrawn) {
      return Status.WITHDRAWN;
    }
    if (withheld || (embargoed && embargo == null)) {
      trail.note("status: is held back until a later version says otherwise");
      return new Status.Embargoed(OPEN_END);
    }
    if (embargo == null) {
      return Status.USABLE;
    }
    Published until = dates.read(embargo).date();
    return until == null ? null : new Status.Embargoed(until.at());
  }
}
