package dev.dateline.server.admin;

import java.util.Locale;

/** What jobs there are. */
enum Kind {
  REINDEX("articles"),
  ROLLBACK("articles"),
  BACKUP("bytes"),
  VERIFY("bytes"),
  DELETE("articles");

  private final String unit;

  Kind(String unit) {
    this.unit = unit;
  }

  /** What its progress counts. */
  String unit() {
    return unit;
  }

  /** The name that people write. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
