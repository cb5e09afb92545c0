package dev.dateline.export;

import dev.dateline.index.ResultField;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;

/** The forms that exported hits have. */
public enum ExportFormat {
  /**
   * A line for each article, its JSON object, and {@code {"count":…}} as the last line: without it
   * the file is not whole. For programs; {@code dateline index} reads it without loss.
   */
  NDJSON("application/x-ndjson", Set.of(ResultField.values())) {
    @Override
    HitWriter writer(OutputStream out, Set<ResultField> fields) {
      return new NdjsonWriter(out, fields);
    }
  },
  /**
   * A row for each article below a row of names, as RFC 4180 has it. For people, who open it in a
   * spreadsheet: it begins with a byte order mark, by which Excel knows that it is UTF-8, and a
   * cell that a spreadsheet would take for a formula gets an apostrophe. Long texts are not in it
   * unless they are asked for, as no cell holds them.
   */
  CSV("text/csv;charset=utf-8", Set.of(ResultField.TAGS)) {
    @Override
    HitWriter writer(OutputStream out, Set<ResultField> fields) {
      return new CsvHitWriter(out, fields);
    }
  };

  private final String mediaType;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an immutable set
  private final Set<ResultField> usualFields;

  ExportFormat(String mediaType, Set<ResultField> usualFields) {
    this.mediaType = mediaType;
    this.usualFields = usualFields;
  }

  /** The name that is asked for: {@code ndjson}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the form is called in HTTP. */
  public String mediaType() {
    return mediaType;
  }

  /** What an article carries beyond the usual where no fields are asked for. */
  public Set<ResultField> usualFields() {
    return usualFields;
  }

  /** What writes hits in this form; the caller closes the stream. */
  abstract HitWriter writer(OutputStream out, Set<ResultField> fields);
}
