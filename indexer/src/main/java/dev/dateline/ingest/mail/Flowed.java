package dev.dateline.ingest.mail;

/** Plain text whose lines were folded for the way, as RFC 3676 has it. */
final class Flowed {

  private Flowed() {}

  /**
   * The text with its lines as they were written: one that ends with a space goes on in the next.
   *
   * @param spaceDeleted whether that space was put there for the folding
   */
  static String unfolded(String text, boolean spaceDeleted) {
    StringBuilder unfolded = new StringBuilder(text.length());
    for (String folded : (Iterable<String>) text.lines()::iterator) {
      String line = folded.startsWith(" ") ? folded.substring(1) : folded;
      boolean goesOn = line.endsWith(" ") && !line.equals("-- ");
      unfolded.append(line, 0, line.length() - (goesOn && spaceDeleted ? 1 : 0));
      unfolded.append(goesOn ? "" : "\n");
    }
    return unfolded.toString();
  }
}
