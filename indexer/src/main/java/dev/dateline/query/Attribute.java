package dev.dateline.query;

/**
 * A fact about an article by which it can be filtered. Values are compared without regard to case
 * and diacritics.
 */
public enum Attribute {
  /** The publisher's name. */
  SOURCE("source"),
  /**
   * The publisher's site; {@code cnn.com} holds for {@code edition.cnn.com} too, and not for {@code
   * notcnn.com}.
   */
  DOMAIN("site"),
  SECTION("section"),
  /** An author's name; in the query language any words of it, in their order. */
  AUTHOR("author"),
  TAG("tag"),
  /** A language tag; {@code pt} holds for {@code pt-br} too. */
  LANGUAGE("lang");

  private final String operator;

  Attribute(String operator) {
    this.operator = operator;
  }

  /** The operator in the query language: {@code site} in {@code site:cnn.com}. */
  public String operator() {
    return operator;
  }
}
