package dev.dateline.query;

import dev.dateline.query.Scanner.Typed;
import dev.dateline.query.Token.Joint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a person typed into tokens. Nothing is an error: what is no syntax is a word. Used
 * once, on text whose white space is blanks.
 */
final class Lexer {

  /** A part of a name such as AT & T. */
  private static final Pattern OF_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.'’-]*");

  private final Scanner scanner;
  private final List<Token> tokens = new ArrayList<>();
  private final Notes notes;
  private final OperatorLexer operators;
  private final boolean inCapitals;

  Lexer(String text, Notes notes) {
    this.scanner = new Scanner(text);
    this.notes = notes;
    this.operators = new OperatorLexer(scanner, tokens, notes);
    this.inCapitals = Capitals.fill(text);
  }

  List<Token> tokens() {
    while (scanner.skipBlanks()) {
      char next = scanner.next();
      if (scanner.skip('(')) {
        tokens.add(new Token.Open());
      } else if (scanner.skip(')')) {
        tokens.add(new Token.Close());
      } else if (scanner.skip('|')) {
        scanner.skip('|');
        tokens.add(new Joint(Joint.Kind.OR, ""));
      } else if (Quotation.opens(next)) {
        phrase();
      } else if ((next == '-' || next == '+') && !scanner.endsWordNext()) {
        sign(next);
      } else if (!address()) {
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
    return operators.wholeScope();
  }

  /** A single minus denies what follows; several are a dash, and a plus says what holds anyway. */
  private void sign(char sign) {
    int start = scanner.at();
    while (scanner.skip(sign)) {}
    if (sign == '-' && scanner.at() == start + 1) {
      tokens.add(new Joint(Joint.Kind.NOT, ""));
    }
  }

  /** Takes an address for one word, and says whether there was one. */
  private boolean address() {
    String address = scanner.address();
    if (address != null) {
      leaf(new QueryNode.Word(address));
    }
    return address != null;
  }

  private void phrase() {
    Quotation quotation = scanner.quotation();
    if (quotation == null) {
      notes.add(Quotation.HALF);
      scanner.goTo(scanner.at() + 1);
      return;
    }
    int slop = slop();
    String words = quotation.phrase();
    if (Words.anyIn(words)) {
      leaf(new QueryNode.Phrase(words, slop));
    }
  }

  /** Reads how far the words of a phrase may move, which stands after it or not at all. */
  private int slop() {
    int slop = scanner.skip('~') ? scanner.number(QueryText.MOST_SLOP) : 0;
    if (slop > QueryText.MOST_SLOP) {
      notes.add("Words of a phrase may move by " + QueryText.MOST_SLOP + " at most.");
    }
    return Math.min(slop, QueryText.MOST_SLOP);
  }

  private void word() {
    int start = scanner.at();
    Typed typed = scanner.word(true);
    if (scanner.skip(':')) {
      boolean plain = typed.shape().equals(typed.word());
      if (plain && operators.read(typed.word())) {
        return;
      }
      scanner.goTo(start);
      typed = scanner.word(false);
    }
    if (scanner.at() == start) {
      scanner.goTo(start + 1);
      return;
    }
    plain(typed);
  }

  private void plain(Typed typed) {
    String shape = typed.shape();
    if (NormalForm.JOINING_WORDS.contains(shape) && inCapitals) {
      notes.add(shape + " was searched as a word, as the whole query is in capitals.");
    } else if (joint(shape) || (shape.equals("&") && name())) {
      return;
    }
    if (Quotation.closes(shape)) {
      notes.add(Quotation.HALF);
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

  /**
   * Reads what is after the sign of a name with blanks in it: of AT & T, where a single letter
   * would say nothing by itself. False where this is none, as in {@code oil & gas}.
   */
  private boolean name() {
    String before = lastWord();
    if (!OF_NAME.matcher(before).matches() || !scanner.skipBlanks()) {
      return false;
    }
    String after = scanner.peek().shape();
    boolean ofLetters = before.length() == 1 || after.length() == 1;
    if (!ofLetters || !OF_NAME.matcher(after).matches()) {
      return false;
    }
    tokens.removeLast();
    leaf(new QueryNode.Word(before + "&" + scanner.word(false).word()));
    return true;
  }

  /** The plain word that was read last; an empty text where something else was. */
  private String lastWord() {
    return !tokens.isEmpty()
            && tokens.getLast() instanceof Token.Leaf leaf
            && leaf.node() instanceof QueryNode.Word word
        ? word.text()
        : "";
  }

  private void leaf(QueryNode node) {
    tokens.add(new Token.Leaf(node));
  }
}
