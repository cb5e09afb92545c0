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
  private static final String OPENING_QUOTES = "\"“”„«";

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
      } else if (OPENING_QUOTES.indexOf(next) >= 0) {
        phrase();
      } else if ((next == '-' || next == '+') && at + 1 < text.length() && !isBlank(at + 1)) {
        sign(next);
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
    String words = quoted();
    if (words == null) {
      notes.add("A quotation mark without its partner was left out.");
      at++;
      return;
    }
    int slop = 0;
    if (at < text.length() && text.charAt(at) == '~') {
      int end = at + 1;
      while (end < text.length() && end < at + 4 && Character.isDigit(text.charAt(end))) {
        end++;
      }
      slop = end == at + 1 ? 0 : Integer.parseInt(text, at + 1, end, 10);
      at = end;
    }
    if (Words.anyIn(words)) {
      leaf(new QueryNode.Phrase(words, slop));
    }
  }

  /**
   * The text up to the closing quotation mark, which is passed; null and unmoved if there is none.
   */
  private @Nullable String quoted() {
    String closing = closing(text.charAt(at));
    StringBuilder words = new StringBuilder();
    for (int next = at + 1; next < text.length(); next++) {
      char unit = text.charAt(next);
      if (closing.indexOf(unit) >= 0) {
        at = next + 1;
        return words.toString().strip().replaceAll("\\s+", " ");
      }
      if (unit == '\\' && next + 1 < text.length()) {
        next++;
      }
      words.append(text.charAt(next));
    }
    return null;
  }

  /** What ends a quotation; one that begins curly may end straight, as keyboards go. */
  private static String closing(char opening) {
    return switch (opening) {
      case '“', '”' -> "”\"";
      case '„' -> "“”\"";
      case '«' -> "»";
      default -> "\"";
    };
  }

  private void word() {
    int start = at;
    Typed typed = read(true);
    if (at < text.length() && text.charAt(at) == ':' && typed.shape().equals(typed.word())) {
      at++;
      if (operator(typed.word())) {
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
  private boolean operator(String name) {
    if (at >= text.length() || isBlank(at)) {
      return false;
    }
    if (name.equals("intitle")) {
      tokens.add(new Token.Scope(List.of(TextPart.TITLE)));
      return true;
    }
    if (name.equals("in")) {
      return scope();
    }
    if (!Operators.isName(name)) {
      return false;
    }
    int start = at;
    String value = OPENING_QUOTES.indexOf(text.charAt(at)) >= 0 ? quoted() : null;
    if (value == null) {
      value = read(false).word();
    }
    QueryNode node = Operators.read(name, value, notes);
    if (node == null) {
      at = start;
      return false;
    }
    leaf(node);
    return true;
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
      leaf(Words.read(typed));
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
