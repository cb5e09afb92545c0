package dev.dateline.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an operator from its colon on: {@code source:wire}, {@code in:title:}, {@code when: 7d}.
 */
final class OperatorLexer {

  private final Scanner scanner;
  private final List<Token> tokens;
  private final Notes notes;
  private final Set<TextPart> wholeScope = EnumSet.noneOf(TextPart.class);

  /**
   * @param tokens what was read until now; what is read here is added
   */
  OperatorLexer(Scanner scanner, List<Token> tokens, Notes notes) {
    this.scanner = scanner;
    this.tokens = tokens;
    this.notes = notes;
  }

  /** The parts that the whole query is about. */
  List<TextPart> wholeScope() {
    return List.copyOf(wholeScope);
  }

  /**
   * Reads what an operator is about; false where this is none, and then the position does not
   * matter.
   *
   * @param typed what stands before the colon
   */
  boolean read(String typed) {
    String name = Operators.name(typed);
    if (name == null) {
      Strangers.note(typed, scanner.peek().word(), notes);
      return false;
    }
    return scanner.isEndOfWord() ? afterBlank(name, typed) : operand(name);
  }

  private boolean operand(String name) {
    if (name.equals("intitle")) {
      tokens.add(new Token.Scope(List.of(TextPart.TITLE)));
      return true;
    }
    if (name.equals("in")) {
      return scope();
    }
    QueryNode node = node(name);
    if (node != null) {
      tokens.add(new Token.Leaf(node));
    }
    return node != null;
  }

  private @Nullable QueryNode node(String name) {
    Quotation quotation = scanner.quotation();
    if (quotation != null) {
      return Operators.readQuoted(name, quotation.text(), notes);
    }
    if (Quotation.opens(scanner.next()) && !scanner.endsWordNext()) {
      notes.add(Quotation.HALF);
      scanner.goTo(scanner.at() + 1);
    }
    return Operators.read(name, scanner.value(), notes);
  }

  private boolean scope() {
    List<TextPart> parts = Operators.parts(scanner.word(true).word());
    if (parts.isEmpty()) {
      notes.add("in: takes title, summary, takeaways, body or parts.");
      return false;
    }
    if (!scanner.skip(':')) {
      wholeScope.addAll(parts);
      return true;
    }
    Token.Scope scope = new Token.Scope(parts);
    if (scanner.isEndOfWord() && scanner.skipBlanks()) {
      noteUnderstood(scope.text());
    }
    tokens.add(scope);
    return true;
  }

  /**
   * A colon with a blank after it is punctuation to most people. It is taken for an operator where
   * what follows leaves no doubt, or where the query begins with it.
   */
  private boolean afterBlank(String name, String typed) {
    if (!scanner.skipBlanks()) {
      notes.add("Nothing follows " + typed + ":, which was searched as a word.");
      return false;
    }
    String next = scanner.peek().word();
    boolean begins = tokens.isEmpty() && typed.equals(typed.toLowerCase(Locale.ROOT));
    boolean takesAnything = Operators.takesAnything(name);
    boolean understood =
        Operators.isClear(name, typed, next) || (begins && takesAnything && startsWord(next));
    if (understood && operand(name)) {
      noteUnderstood(typed + ":");
      return true;
    }
    if (takesAnything && Words.anyIn(next)) {
      notes.add(
          "%s: was searched as a word; as an operator it has no blank after it: %s:%s."
              .formatted(typed, typed, next));
    }
    return false;
  }

  private static boolean startsWord(String next) {
    return !next.isEmpty()
        && (Character.isLetterOrDigit(next.codePointAt(0)) || Quotation.opens(next.charAt(0)));
  }

  private void noteUnderstood(String operator) {
    notes.add(
        "%s was understood with what follows the blank; a backslash makes it a word: %s\\:."
            .formatted(operator, operator.substring(0, operator.length() - 1)));
  }
}
