package dev.dateline.ingest;

/** How much of a document is held in memory at most. */
final class Limits {

  /** The longest article in characters, as it stands in its file. Real ones stay under 1 MB. */
  static final int ARTICLE_LENGTH = 4 << 20;

  static final String TOO_LONG = "longer than " + (ARTICLE_LENGTH >> 20) + " million characters";

  private Limits() {}
}
