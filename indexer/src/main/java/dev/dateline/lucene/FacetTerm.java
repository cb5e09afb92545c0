package dev.dateline.lucene;

/**
 * A value of an attribute as doc values keep it: folded and as written, so that the spellings of
 * one value stand together, and each is still known.
 *
 * @param folded the value as it is compared
 * @param written the value as the article writes it, with single blanks
 */
record FacetTerm(String folded, String written) {

  private static final char SEPARATOR = '\0';

  static FacetTerm of(String value) {
    String plain = Analysis.singleBlanks(value.replace(SEPARATOR, ' '));
    return new FacetTerm(Analysis.fold(plain), plain);
  }

  /** Reads what {@link #text()} gives. */
  static FacetTerm parse(String text) {
    int separator = text.indexOf(SEPARATOR);
    return new FacetTerm(text.substring(0, separator), text.substring(separator + 1));
  }

  String text() {
    return folded + SEPARATOR + written;
  }

  /** Most are written as they are folded, of which a record makes a bad hash: 32 times the same. */
  @Override
  public int hashCode() {
    return written.hashCode();
  }
}
