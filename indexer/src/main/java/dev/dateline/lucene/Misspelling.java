package dev.dateline.lucene;

/** How far what was meant may be from what was typed. */
final class Misspelling {

  /** Shorter texts are near to too many others. In letters. */
  private static final int SHORTEST = 4;

  /** From this length on there may be two slips. In letters. By benchmarks/spelling.md. */
  private static final int SHORTEST_WITH_TWO = 10;

  private Misspelling() {}

  /**
   * How many letters may be wrong, missing, too many or exchanged with the next: 0 to 2. The index
   * has no diacritics; who types them knows how the word is written, and nearly all that is spelled
   * nearly so is another word ({@code grève}, {@code grave}), so that they count as a slip.
   */
  static int edits(String typed) {
    String folded = Analysis.fold(typed);
    int length = folded.codePointCount(0, folded.length());
    int edits = length < SHORTEST ? 0 : length < SHORTEST_WITH_TWO ? 1 : 2;
    boolean plain = folded.equalsIgnoreCase(typed.strip());
    return plain ? edits : Math.max(0, edits - 1);
  }
}
