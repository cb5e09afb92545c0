package dev.dateline.query;

import java.util.List;

/**
 * Whether a query is a line in capitals, as headlines were sent over the wire. In {@code FED SAYS
 * IT WILL NOT ADD RESERVES} the NOT is a word.
 */
final class Capitals {

  /** Words beside each joining word, at least: {@code NATO OR EU} still means either. */
  private static final int MANY_WORDS = 4;

  /** Who types these knows the syntax. */
  private static final String SYNTAX = "()|\"“”„«";

  private Capitals() {}

  static boolean fill(String text) {
    if (text.chars().anyMatch(unit -> Character.isLowerCase(unit) || SYNTAX.indexOf(unit) >= 0)) {
      return false;
    }
    List<String> words = List.of(text.strip().split(" +", -1));
    long joining = words.stream().filter(NormalForm.JOINING_WORDS::contains).count();
    return joining > 0 && words.size() - joining >= MANY_WORDS * joining;
  }
}
