package dev.dateline.query;

import org.jspecify.annotations.Nullable;

/** Reads the pieces of a query from left to right. Its white space is blanks. */
final class Scanner {

  private static final char ESCAPED = 'x';

  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  /**
   * A word.
   *
   * @param word as it was typed, without the backslashes
   * @param shape the same characters, but those after a backslash replaced by a letter, so that
   *     only what was meant as syntax looks like syntax
   */
  record Typed(String word, String shape) {}

  /** Where the next character is. */
  int at() {
    return at;
  }

  void goTo(int position) {
    at = position;
  }

  /** The next character, where there is one. */
  char next() {
    return text.charAt(at);
  }

  boolean follows(String piece) {
    return text.startsWith(piece, at);
  }

  /** Whether a word cannot go on here. */
  boolean isEndOfWord() {
    return isEnd(at);
  }

  /** Whether a word cannot go on after the next character. */
  boolean endsWordNext() {
    return isEnd(at + 1);
  }

  private boolean isEnd(int position) {
    return position >= text.length() || text.charAt(position) == ' ';
  }

  /** Moves over a sign; false where another one is next. */
  boolean skip(char sign) {
    boolean is = at < text.length() && next() == sign;
    at += is ? 1 : 0;
    return is;
  }

  /** Moves to what is no blank; false where nothing is. */
  boolean skipBlanks() {
    while (skip(' ')) {}
    return at < text.length();
  }

  /** Reads to the end of the word, or to the colon that may end the name of an operator. */
  Typed word(boolean toColon) {
    StringBuilder word = new StringBuilder();
    StringBuilder shape = new StringBuilder();
    while (!isEndOfWord()) {
      char next = next();
      if (next == '(' || next == ')' || next == '|' || (toColon && next == ':')) {
        break;
      }
      if (next == '\\' && !endsWordNext()) {
        at++;
        shape.append(ESCAPED);
      } else {
        shape.append(next);
      }
      word.append(text.charAt(at++));
    }
    return new Typed(word.toString(), shape.toString());
  }

  /** The word that would be read, without moving. */
  Typed peek() {
    int start = at;
    Typed word = word(false);
    at = start;
    return word;
  }

  /** Reads an address; null where none is next. */
  @Nullable String address() {
    int end = WebAddress.end(text, at);
    if (end == at) {
      return null;
    }
    String address = text.substring(at, end);
    at = end;
    return address;
  }

  /** Reads a value without quotation marks, which may be an address. */
  String value() {
    String address = address();
    return address == null ? word(false).word() : address;
  }

  /** Reads a quotation; null where none is next, or it has no end. */
  @Nullable Quotation quotation() {
    Quotation quotation =
        at < text.length() && Quotation.opens(next()) ? Quotation.read(text, at) : null;
    if (quotation != null) {
      at = quotation.end();
    }
    return quotation;
  }

  /** Reads digits, as a number; one above the greatest as one more than it. */
  int number(int greatest) {
    int number = 0;
    while (at < text.length() && next() >= '0' && next() <= '9') {
      number = Math.min(greatest + 1, 10 * number + next() - '0');
      at++;
    }
    return number;
  }
}
