package dev.dateline.query;

import java.util.Locale;

/** A part of an article whose words can be searched on their own. */
public enum TextPart {
  /** The headline, and the publisher's own where it differs. */
  TITLE,
  SUMMARY,
  TAKEAWAYS,
  BODY,
  /** Labelled parts that have no field of their own. */
  PARTS;

  /** The name in the query language and the API: {@code takeaways} in {@code in:takeaways}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
