package dev.dateline.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a query that articles must have as they were typed, by themselves or in a phrase;
 * and the same query with other words in their place. What must not be there, and words that are
 * typed to stand for several (prefixes, fuzzy words), are none of them.
 */
public final class TypedWords {

  /**
   * Letters alone: what has digits in it is no word of which a spelling is known. What a colon
   * follows is the name of a field, or was meant as one.
   */
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}]+(?![\\p{L}\\p{M}\\p{N}:])");

  private TypedWords() {}

  /**
   * A word of a query.
   *
   * @param text the word
   * @param where the parts in which it is looked for, empty if the query does not say
   */
  public record TypedWord(String text, List<TextPart> where) {}

  /** The words of a query, in order. */
  public static List<TypedWord> of(QueryNode query) {
    List<TypedWord> words = new ArrayList<>();
    collect(query, List.of(), words);
    return words;
  }

  private static void collect(QueryNode node, List<TextPart> where, List<TypedWord> words) {
    switch (node) {
      case QueryNode.Word word -> collect(word.text(), where, words);
      case QueryNode.Phrase phrase -> collect(phrase.text(), where, words);
      case QueryNode.In in -> collect(in.part(), in.where(), words);
      case QueryNode.All all -> all.parts().forEach(part -> collect(part, where, words));
      case QueryNode.Any any -> any.parts().forEach(part -> collect(part, where, words));
      default -> {}
    }
  }

  private static void collect(String text, List<TextPart> where, List<TypedWord> words) {
    if (WebAddress.is(text)) {
      return;
    }
    WORD.matcher(text)
        .results()
        .forEach(word -> words.add(new TypedWord(word.group(), List.copyOf(where))));
  }

  /** The query with other words in the place of some. */
  public static QueryNode replaced(QueryNode node, Map<String, String> words) {
    return switch (node) {
      case QueryNode.Word word -> new QueryNode.Word(replaced(word.text(), words));
      case QueryNode.Phrase phrase ->
          new QueryNode.Phrase(replaced(phrase.text(), words), phrase.slop());
      case QueryNode.In in -> new QueryNode.In(in.where(), replaced(in.part(), words));
      case QueryNode.All all -> new QueryNode.All(replaced(all.parts(), words));
      case QueryNode.Any any -> new QueryNode.Any(replaced(any.parts(), words));
      default -> node;
    };
  }

  private static List<QueryNode> replaced(List<QueryNode> parts, Map<String, String> words) {
    return parts.stream().map(part -> replaced(part, words)).toList();
  }

  private static String replaced(String text, Map<String, String> words) {
    return WORD.matcher(text)
        .replaceAll(
            word -> Matcher.quoteReplacement(words.getOrDefault(word.group(), word.group())));
  }
}
