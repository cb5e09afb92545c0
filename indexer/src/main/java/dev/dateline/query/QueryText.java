package dev.dateline.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the query language. Nothing that a person types is an error: what is no syntax is searched
 * as words, and the warnings say so.
 *
 * <pre>
 * karpathy anthropic          articles with both words, in any inflected form
 * "pretraining team"          these words, as written, in this order; "near words"~5 with up to 5 moves; "climate chang*"
 * -rumour   NOT rumour        articles without it
 * ferry OR strike   a | b     either; OR binds more strongly than a blank, ( ) group
 * univers*   karpaty~         words that start so; words that are spelled nearly so
 * intitle:ferry               in the headline; in:takeaways:(a b), or in:summary for the whole query
 * author: source: site: section: tag: lang:        facts about the article, as in source:"The Harbour Post"
 * before:2026-11-01 after:yesterday when:7d        when it was published; when:2026-10..2026-11
 * https://news.example/ferry                       the article at this address
 * </pre>
 */
public final class QueryText {

  /**
   * Longer queries are cut: nobody types them, and a pasted article finds itself by its first
   * words.
   */
  static final int LONGEST = 8192;

  /**
   * More words than these are left out, those of phrases counted. A word may cost two clauses in
   * each of six fields, and Lucene takes 1,024 clauses a query by default.
   */
  static final int MOST_LEAVES = 64;

  /**
   * Words of a phrase may move by so many positions; a phrase reaches less far than from one
   * paragraph into the next.
   */
  public static final int MOST_SLOP = 50;

  /** All that engines take for a wish to see everything. */
  private static final Pattern EVERYTHING = Pattern.compile("[ *:]*");

  private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Z}]");

  private QueryText() {}

  /** The tree of a query of any length and content. */
  public static ParsedQuery parse(String text) {
    Notes notes = new Notes();
    String plain = narrow(BLANKS.matcher(shortened(text, notes)).replaceAll(" "));
    Lexer lexer = new Lexer(plain, notes);
    List<Token> tokens = Balance.of(fewer(lexer.tokens(), notes), notes);
    QueryNode root = root(plain, tokens, lexer.wholeScope(), notes);
    WebAddress.note(root, notes);
    return new ParsedQuery(root, notes.sentences());
  }

  private static QueryNode root(
      String text, List<Token> tokens, List<TextPart> wholeScope, Notes notes) {
    if (tokens.stream().anyMatch(Token.Leaf.class::isInstance)) {
      return Grammar.parse(tokens, wholeScope);
    }
    if (EVERYTHING.matcher(text).matches()) {
      return new QueryNode.Everything();
    }
    notes.add("There is no word to search for in this.");
    return new QueryNode.Nothing();
  }

  /** Full-width signs and letters, as Asian keyboards have them, as those of others. */
  private static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= '\uFF01' && unit <= '\uFF5E') {
        narrow.setCharAt(i, (char) (unit - '\uFF01' + '!'));
      }
    }
    return narrow.toString();
  }

  private static String shortened(String text, Notes notes) {
    if (text.length() <= LONGEST) {
      return text;
    }
    notes.add("Only the first " + LONGEST + " characters were searched.");
    boolean halved = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, halved ? LONGEST - 1 : LONGEST);
  }

  /** The tokens before the first word that is one too many, also where it stands in a phrase. */
  private static List<Token> fewer(List<Token> tokens, Notes notes) {
    int words = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Token.Leaf leaf) {
        int room = MOST_LEAVES - words;
        words += words(leaf.node());
        if (words > MOST_LEAVES) {
          notes.add("Only the first " + MOST_LEAVES + " words were searched.");
          List<Token> some = new ArrayList<>(tokens.subList(0, i));
          first(leaf.node(), room).map(Token.Leaf::new).ifPresent(some::add);
          return some;
        }
      }
    }
    return tokens;
  }

  private static int words(QueryNode node) {
    return switch (node) {
      case QueryNode.Phrase phrase -> Math.max(1, Pieces.count(phrase.text()));
      case QueryNode.Word word -> Math.max(1, Pieces.count(word.text()));
      default -> 1;
    };
  }

  private static Optional<QueryNode> first(QueryNode node, int words) {
    if (words == 0) {
      return Optional.empty();
    }
    return switch (node) {
      case QueryNode.Phrase phrase ->
          Optional.of(new QueryNode.Phrase(beginning(phrase.text(), words), phrase.slop()));
      case QueryNode.Word word -> Optional.of(new QueryNode.Word(Pieces.first(word.text(), words)));
      default -> Optional.empty();
    };
  }

  /** A phrase does not end with a star for any word. */
  private static String beginning(String phrase, int words) {
    return Pieces.first(phrase, words).strip().replaceAll("( \\*)+$", "");
  }
}
