package dev.dateline.query;

import dev.dateline.query.Token.Joint;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/**
 * Builds the tree. The structure (what binds how strongly, groups, scopes) is that of Lucene's
 * standard syntax, and its parser reads it; the leaves stay ours: it is shown {@code t0 OR s0:(t1
 * -t2)}, where {@code t1} is the second leaf and {@code s0} the first scope, so that nothing that a
 * person types can upset it.
 */
final class Grammar {

  private static final String NO_SCOPE = "none";

  private final List<QueryNode> leaves = new ArrayList<>();
  private final List<List<TextPart>> scopes = new ArrayList<>();

  private final List<TextPart> wholeScope;

  private Grammar(List<TextPart> wholeScope) {
    this.wholeScope = wholeScope;
  }

  /**
   * The tree of balanced tokens, of which at least one is a leaf.
   *
   * @param wholeScope where the words without a scope of their own are looked for; none for
   *     everywhere
   */
  static QueryNode parse(List<Token> tokens, List<TextPart> wholeScope) {
    Grammar grammar = new Grammar(wholeScope);
    return tokens.stream().allMatch(Token.Leaf.class::isInstance)
        ? grammar.oneAfterAnother(tokens)
        : grammar.parse(tokens);
  }

  /** Leaves alone, as most queries are: they mean all of them, and need no parser for that. */
  private QueryNode oneAfterAnother(List<Token> tokens) {
    return joined(
        tokens.stream().map(token -> scoped(((Token.Leaf) token).node(), wholeScope)).toList(),
        true);
  }

  private QueryNode parse(List<Token> tokens) {
    String outline = outline(tokens);
    try {
      return tree(new StandardSyntaxParser().parse(outline, NO_SCOPE));
    } catch (QueryNodeParseException e) {
      throw new AssertionError("balanced tokens are in the syntax: " + outline, e);
    }
  }

  private String outline(List<Token> tokens) {
    StringBuilder outline = new StringBuilder();
    for (Token token : tokens) {
      outline.append(
          switch (token) {
            case Token.Leaf leaf -> " t" + index(leaves, leaf.node());
            case Token.Scope scope -> " s" + index(scopes, scope.parts()) + ":";
            case Token.Open open -> " (";
            case Token.Close close -> ")";
            case Joint joint ->
                switch (joint.kind()) {
                  case OR -> " OR";
                  case AND -> " AND";
                  case NOT -> " -";
                };
          });
    }
    return outline.toString();
  }

  private static <T> int index(List<T> list, T element) {
    list.add(element);
    return list.size() - 1;
  }

  private QueryNode tree(org.apache.lucene.queryparser.flexible.core.nodes.QueryNode node) {
    return switch (node) {
      case FieldQueryNode leaf -> leaf(leaf);
      case GroupQueryNode group -> tree(group.getChild());
      case ModifierQueryNode modifier -> modified(modifier);
      case OrQueryNode or -> joined(trees(or), false);
      case BooleanQueryNode all -> joined(trees(all), true);
      default -> throw new AssertionError("not in the outline of a query: " + node);
    };
  }

  private List<QueryNode> trees(BooleanQueryNode node) {
    return node.getChildren().stream().map(this::tree).toList();
  }

  private QueryNode leaf(FieldQueryNode node) {
    QueryNode leaf = leaves.get(number(node.getTextAsString()));
    String name = node.getFieldAsString();
    return scoped(leaf, name.equals(NO_SCOPE) ? wholeScope : scopes.get(number(name)));
  }

  private static QueryNode scoped(QueryNode leaf, List<TextPart> scope) {
    return scope.isEmpty() || !isText(leaf) ? leaf : new QueryNode.In(scope, leaf);
  }

  private static int number(String name) {
    return Integer.parseInt(name, 1, name.length(), 10);
  }

  private QueryNode modified(ModifierQueryNode modifier) {
    QueryNode part = tree(modifier.getChild());
    if (modifier.getModifier() != ModifierQueryNode.Modifier.MOD_NOT) {
      return part;
    }
    return part instanceof QueryNode.Not not ? not.part() : new QueryNode.Not(part);
  }

  /**
   * The parts joined; what is itself joined in the same way is taken up whole, since it means the
   * same.
   */
  private static QueryNode joined(List<QueryNode> trees, boolean all) {
    List<QueryNode> parts = new ArrayList<>();
    for (QueryNode part : trees) {
      if (all && part instanceof QueryNode.All inner) {
        parts.addAll(inner.parts());
      } else if (!all && part instanceof QueryNode.Any inner) {
        parts.addAll(inner.parts());
      } else {
        parts.add(part);
      }
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return all ? new QueryNode.All(parts) : new QueryNode.Any(parts);
  }

  /** Whether the leaf is about the text of an article, so that a scope has a meaning for it. */
  private static boolean isText(QueryNode leaf) {
    return leaf instanceof QueryNode.Word
        || leaf instanceof QueryNode.Phrase
        || leaf instanceof QueryNode.Prefix
        || leaf instanceof QueryNode.Fuzzy;
  }
}
