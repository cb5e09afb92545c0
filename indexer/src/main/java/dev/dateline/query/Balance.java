package dev.dateline.query;

import dev.dateline.query.Token.Joint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes any list of tokens one that the grammar takes: parentheses paired and not empty, and
 * something on each side of whatever joins. What joins nothing was meant as a word.
 */
final class Balance {

  /**
   * Deeper groups mean the same without their parentheses to nearly everybody, and keep the
   * parser's stack small.
   */
  private static final int DEEPEST = 20;

  private final Notes notes;
  private final List<Token> balanced = new ArrayList<>();
  private int depth;
  private int tooDeep;

  private Balance(Notes notes) {
    this.notes = notes;
  }

  static List<Token> of(List<Token> tokens, Notes notes) {
    Balance balance = new Balance(notes);
    tokens.forEach(balance::take);
    balance.end();
    return balance.balanced;
  }

  private void take(Token token) {
    switch (token) {
      case Token.Leaf leaf -> balanced.add(leaf);
      case Token.Scope scope -> scope(scope);
      case Token.Open open -> open(open);
      case Token.Close close -> close(close);
      case Joint joint -> join(joint);
    }
  }

  private void open(Token.Open open) {
    if (depth == DEEPEST) {
      notes.add("Parentheses deeper than " + DEEPEST + " were left out.");
      tooDeep++;
      return;
    }
    depth++;
    balanced.add(open);
  }

  private void close(Token.Close close) {
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    if (depth == 0) {
      notes.add("A closing parenthesis without its partner was left out.");
      return;
    }
    dropDangling();
    depth--;
    if (last() instanceof Token.Open) {
      balanced.removeLast();
    } else {
      balanced.add(close);
    }
  }

  /** Of two scopes the inner one holds. */
  private void scope(Token.Scope scope) {
    if (last() instanceof Token.Scope) {
      balanced.removeLast();
    }
    balanced.add(scope);
  }

  /** A denial stands before a scope, not within it; two cancel out. */
  private void deny(Joint not) {
    Token scope = last() instanceof Token.Scope ? balanced.removeLast() : null;
    if (last() instanceof Joint before && before.kind() == Joint.Kind.NOT) {
      balanced.removeLast();
    } else {
      balanced.add(not);
    }
    if (scope != null) {
      balanced.add(scope);
    }
  }

  private @Nullable Token last() {
    return balanced.isEmpty() ? null : balanced.getLast();
  }

  private void join(Joint joint) {
    boolean afterOperand = last() instanceof Token.Leaf || last() instanceof Token.Close;
    if (joint.kind() == Joint.Kind.NOT) {
      deny(joint);
    } else if (afterOperand) {
      balanced.add(joint);
    } else {
      asWord(joint);
    }
  }

  /** What stands at the end of a group or the query, and has nothing after it to join. */
  private void dropDangling() {
    while (last() instanceof Joint || last() instanceof Token.Scope) {
      switch (balanced.removeLast()) {
        case Joint joint -> asWord(joint);
        case Token.Scope scope -> notes.add("Nothing follows " + scope.text() + " here: left out.");
        default -> {}
      }
    }
  }

  private void asWord(Joint joint) {
    long leaves = balanced.stream().filter(Token.Leaf.class::isInstance).count();
    if (Words.anyIn(joint.text()) && leaves < QueryText.MOST_LEAVES) {
      notes.add("\"" + joint.text() + "\" joins nothing here and was searched as a word.");
      balanced.add(new Token.Leaf(new QueryNode.Word(joint.text())));
    }
  }

  private void end() {
    if (depth > 0) {
      notes.add("An opening parenthesis without its partner was closed at the end.");
    }
    while (depth > 0) {
      close(new Token.Close());
    }
    dropDangling();
  }
}
