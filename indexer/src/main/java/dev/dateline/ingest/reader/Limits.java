package dev.dateline.ingest.reader;

/** How much of a document is held in memory at most. */
public final class Limits {

  /** The longest article in characters, as it stands in its file. Real ones stay under 1 MB. */
  public static final int ARTICLE_LENGTH = 4 << 20;

  public static final String TOO_LONG =
      "longer than " + (ARTICLE_LENGTH >> 20) + " million characters";

  /** The most elements of markup in an article. Real ones have some thousand at most. */
  public static final int ELEMENTS = 20_000;

  public static final String TOO_MANY_ELEMENTS = "more than " + ELEMENTS + " elements of markup";

  private Limits() {}
}
