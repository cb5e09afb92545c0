package dev.dateline.ingest.json;

import dev.dateline.article.Published;
import dev.dateline.article.Published.Precision;
import dev.dateline.article.Status;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Field;
import dev.dateline.ingest.reader.Trail;
import java.time.Instant;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one JSON object.
 *
 * @param metadata keeps what is not understood or not believed, under {@code published.raw}
 */
record JsonDates(
    JsonFields fields, Dates dates, Trail trail, SequencedMap<String, String> metadata) {

  @Nullable Published published() {
    return past(Field.PUBLISHED);
  }

  @Nullable Instant updated() {
    Published date = past(Field.UPDATED);
    if (date != null && date.precision() == Precision.DAY) {
      trail.note("updated: is known to the day, taken as its start in UTC");
    }
    return date == null ? null : date.at();
  }

  /** The embargo, or null if there is none or it is not understood. */
  Status.@Nullable Embargoed embargo() {
    String text = fields.text(Field.EMBARGOED_UNTIL);
    Published date = text == null ? null : dates.read(text).date();
    return date == null ? null : new Status.Embargoed(date.at());
  }

  private @Nullable Published past(Field field) {
    String text = fields.unreadText(field);
    if (text == null) {
      return null;
    }
    Dates.Reading reading = dates.readPast(text);
    if (reading.note() != null) {
      trail.note(field.text() + ": " + reading.note());
    }
    if (reading.date() == null) {
      metadata.put(field.text() + ".raw", text);
    } else {
      fields.used(field);
    }
    return reading.date();
  }
}
