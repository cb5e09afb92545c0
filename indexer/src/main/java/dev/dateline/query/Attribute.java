package dev.dateline.query;

/**
 * A fact about an article by which it can be filtered. Values are compared without regard to case
 * and diacritics.
 */
public enum Attribute {
  /** The publisher's name. */
  SOURCE("source", "source"),
  /**
   * The publisher's site; {@code cnn.com} holds for {@code edition.cnn.com} too, and not for {@code
   * notcnn.com}.
   */
  DOMAIN("domain", "site"),
  SECTION("section", "section"),
  /** An author's name; in the query language any words of it, in their order. */
  AUTHOR("author", "author"),
  TAG("tag", "tag"),
  /** A language tag; {@code pt} holds for {@code pt-br} too. */
  LANGUAGE("lang", "lang");

  private final String label;
  private final String operator;

  Attribute(String label, String operator) {
    this.label = label;
    this.operator = operator;
  }

  /** The name of the parameter that filters by it, and of its facet: {@code domain}. */
  public String label() {
    return label;
  }

  /** The operator in the query language: {@code site} in {@code site:cnn.com}. */
  public String operator() {
    return operator;
  }
}
