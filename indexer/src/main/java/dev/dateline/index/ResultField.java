package dev.dateline.index;

import java.util.Locale;

/** What a hit's article carries only when it is asked for. */
public enum ResultField {
  BODY,
  PARTS,
  TAGS,
  UPDATED,
  METADATA,
  PROVENANCE;

  /** The name in the API: {@code body} in {@code fields=body}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
