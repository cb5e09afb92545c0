package dev.dateline.query;

import dev.dateline.query.Token.Joint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a person typed into tokens. Nothing is an error: what is no syntax is a word. Used
 * once, on text whose white space is blanks.
 *
 * <p>A word is read with its shape: the same characters, but those after a backslash replaced by a
 * letter, so that only what was meant as syntax looks like syntax.
 */
final class Lexer {

  private static final char ESCAPED = 'x';

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final Set<TextPart> wholeScope = EnumSet.noneOf(TextPart.class);
  private final Notes notes;
  private final boolean inCapitals;
  private int at;

  Lexer(String text, Notes notes) {
    this.text = text;
    this.notes = notes;
    this.inCapitals = Capitals.fill(text);
  }

  /** A word as typed, and its shape. */
  record Typed(String word, String shape) {}

  List<Token> tokens() {
    while (skipBlanks()) {
      char next = text.charAt(at);
      if (next == '(') {
        tokens.add(new Token.Open());
        at++;
      } else if (next == ')') {
        tokens.add(new Token.Close());
        at++;
      } else if (next == '|') {
        at += text.startsWith("||", at) ? 2 : 1;
        tokens.add(new Joint(Joint.Kind.OR, ""));
      } else if (Quotation.opens(next)) {
        phrase();
      } else if ((next == '-' || next == '+') && at + 1 < text.length() && !isBlank(at + 1)) {
        sign(next);
      } else if (WebAddress.end(text, at) > at) {
        address();
      } else {
        word();
      }
    }
    return tokens;
  }

  /**
   * The parts that the whole query is about, as in {@code ferry in:takeaways}; none for all of
   * them.
   */
  List<TextPart> wholeScope() {
    return List.copyOf(wholeScope);
  }

  /** A single minus denies what follows; several are a dash, and a plus says what holds anyway. */
  private void sign(char sign) {
    int start = at;
    while (at < text.length() && text.charAt(at) == sign) {
      at++;
    }
    if (sign == '-' && at == start + 1) {
      tokens.add(new Joint(Joint.Kind.NOT, ""));
    }
  }

  private void phrase() {
    Quotation quotation = Quotation.read(text, at);
    if (quotation == null) {
      notes.add("A quotation mark without its partner was left out.");
      at++;
      return;
    }
    at = quotation.end();
    int slop = slop();
    String words = quotation.phrase();
    if (Words.anyIn(words)) {
      leaf(new QueryNode.Phrase(words, slop));
    }
  }

  /** Reads how far the words of a phrase may move, which stands after it or not at all. */
  private int slop() {
    if (at == text.length() || text.charAt(at) != '~') {
      return 0;
    }
    int start = ++at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    int slop = 0;
    for (int i = start; i < at && slop <= QueryText.MOST_SLOP; i++) {
      slop = 10 * slop + text.charAt(i) - '0';
    }
    if (slop > QueryText.MOST_SLOP) {
      notes.add("Words of a phrase may move by " + QueryText.MOST_SLOP + " at most.");
    }
    return Math.min(slop, QueryText.MOST_SLOP);
  }

  private void address() {
    int end = WebAddress.end(text, at);
    leaf(new QueryNode.Word(text.substring(at, end)));
    at = end;
  }

  private void word() {
    int start = at;
    Typed typed = read(true);
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      boolean plain = typed.shape().equals(typed.word());
      if (plain && operator(Operators.name(typed.word()))) {
        return;
      }
      at = start;
      typed = read(false);
    }
    if (at == start) {
      at++;
      return;
    }
    plain(typed);
  }

  /** Reads to the end of the word, or to the colon that may end the name of an operator. */
  private Typed read(boolean toColon) {
    StringBuilder word = new StringBuilder();
    StringBuilder shape = new StringBuilder();
    while (at < text.length() && !isBlank(at)) {
      char next = text.charAt(at);
      if (next == '(' || next == ')' || next == '|' || (toColon && next == ':')) {
        break;
      }
      if (next == '\\' && at + 1 < text.length() && !isBlank(at + 1)) {
        at++;
        shape.append(ESCAPED);
      } else {
        shape.append(next);
      }
      word.append(text.charAt(at++));
    }
    return new Typed(word.toString(), shape.toString());
  }

  /**
   * Reads what an operator is about; false where this is none, and then the position does not
   * matter.
   */
  private boolean operator(@Nullable String name) {
    if (name == null || at >= text.length() || isBlank(at)) {
      return false;
    }
    if (name.equals("intitle")) {
      tokens.add(new Token.Scope(List.of(TextPart.TITLE)));
      return true;
    }
    if (name.equals("in")) {
      return scope();
    }
    Quotation quotation = Quotation.opens(text.charAt(at)) ? Quotation.read(text, at) : null;
    QueryNode node;
    if (quotation == null) {
      node = Operators.read(name, value(), notes);
    } else {
      node = Operators.readQuoted(name, quotation.text(), notes);
      at = quotation.end();
    }
    if (node == null) {
      return false;
    }
    leaf(node);
    return true;
  }

  /** Reads a value without quotation marks, which may be an address. */
  private String value() {
    int end = WebAddress.end(text, at);
    if (end == at) {
      return read(false).word();
    }
    String address = text.substring(at, end);
    at = end;
    return address;
  }

  private boolean scope() {
    List<TextPart> parts = Operators.parts(read(true).word());
    if (parts.isEmpty()) {
      notes.add("in: takes title, summary, takeaways, body or parts.");
      return false;
    }
    boolean operandFollows = at + 1 < text.length() && text.charAt(at) == ':' && !isBlank(at + 1);
    if (operandFollows) {
      at++;
      tokens.add(new Token.Scope(parts));
    } else {
      wholeScope.addAll(parts);
    }
    return true;
  }

  private void plain(Typed typed) {
    String shape = typed.shape();
    if (NormalForm.JOINING_WORDS.contains(shape) && inCapitals) {
      notes.add(shape + " was searched as a word, as the whole query is in capitals.");
    } else if (joint(shape)) {
      return;
    }
    if (Words.anyIn(typed.word())) {
      leaf(Words.read(typed, notes));
    }
    if (shape.equals("or")) {
      notes.add("\"or\" was searched as a word; OR in capitals means one or the other.");
    }
  }

  /** Reads a word that joins others, or turns the next one; false where this is none. */
  private boolean joint(String shape) {
    Joint.@Nullable Kind kind =
        switch (shape) {
          case "OR" -> Joint.Kind.OR;
          case "AND", "&&" -> Joint.Kind.AND;
          case "NOT" -> Joint.Kind.NOT;
          default -> null;
        };
    if (kind != null) {
      tokens.add(new Joint(kind, shape));
    }
    return kind != null;
  }

  private void leaf(QueryNode node) {
    tokens.add(new Token.Leaf(node));
  }

  private boolean skipBlanks() {
    while (at < text.length() && isBlank(at)) {
      at++;
    }
    return at < text.length();
  }

  private boolean isBlank(int position) {
    return text.charAt(position) == ' ';
  }
}
