package dev.dateline.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Weaker forms of a query. */
public final class Relaxation {

  /**
   * What parts words in a text; an apostrophe or a dot may be within one, as in U.S., and a star
   * after it.
   */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.'’*]+");

  /** The same without the signs that names are written with. */
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile(
          "[^\\p{L}\\p{M}\\p{N}.'’*&/]+|(?<![\\p{L}\\p{N}.])[&/]|[&/](?![\\p{L}\\p{N}])");

  /** A part of a name, which says nothing by itself: the T of AT&T. */
  private static final int SHORT = 2;

  private Relaxation() {}

  /**
   * The query that any of its words satisfies: what all of several words, phrases or groups had to
   * match, one of them now suffices for. A phrase among other words, and a word with a hyphen or
   * the like in it, counts by each of its words too: in prose, what is quoted is said otherwise
   * elsewhere. A name such as AT&T, R&D or AC/DC stays together, as its letters are in every
   * article. What filters (attributes, dates, exclusions) stays required.
   */
  public static QueryNode anyWord(QueryNode node) {
    if (node instanceof QueryNode.Any any) {
      return new QueryNode.Any(any.parts().stream().map(Relaxation::anyWord).toList());
    }
    if (!(node instanceof QueryNode.All all)) {
      return node;
    }
    List<QueryNode> words = new ArrayList<>();
    List<QueryNode> required = new ArrayList<>();
    for (QueryNode part : all.parts()) {
      if (part.isFilter() || part instanceof QueryNode.Not) {
        required.add(part);
      } else if (anyWord(part) instanceof QueryNode.Any any) {
        words.addAll(any.parts());
      } else {
        words.addAll(alternatives(anyWord(part)));
      }
    }
    List<QueryNode> some = words.stream().distinct().limit(QueryText.MOST_LEAVES).toList();
    if (some.size() == 1) {
      required.addFirst(some.getFirst());
    } else if (!some.isEmpty()) {
      required.addFirst(new QueryNode.Any(some));
    }
    return joined(required);
  }

  /** A phrase and its words; the words of one with a hyphen; any other part itself. */
  private static List<QueryNode> alternatives(QueryNode part) {
    return switch (part) {
      case QueryNode.Phrase phrase ->
          Stream.concat(Stream.of(part), words(phrase.text()).stream()).toList();
      case QueryNode.Word word -> WebAddress.is(word.text()) ? List.of(part) : words(word.text());
      default -> List.of(part);
    };
  }

  private static List<QueryNode> words(String text) {
    List<QueryNode> words =
        Arrays.stream(BETWEEN_NAMES.split(text, -1))
            .flatMap(piece -> isName(piece) ? Stream.of(piece) : pieces(piece))
            .filter(Words::anyIn)
            .map(Relaxation::word)
            .toList();
    return words.isEmpty() ? List.of(new QueryNode.Word(text)) : words;
  }

  private static Stream<String> pieces(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(text, -1));
  }

  private static boolean isName(String text) {
    return pieces(text).anyMatch(piece -> piece.length() <= SHORT);
  }

  private static QueryNode word(String text) {
    return text.endsWith("*")
        ? new QueryNode.Prefix(text.substring(0, text.length() - 1))
        : new QueryNode.Word(text);
  }

  /**
   * What the query asks of the text: the words that an article must have, without attributes, dates
   * and exclusions.
   */
  public static QueryNode textOnly(QueryNode node) {
    if (node.isFilter() || node instanceof QueryNode.Not) {
      return new QueryNode.Everything();
    }
    if (node instanceof QueryNode.All all) {
      return joined(
          all.parts().stream().map(Relaxation::textOnly).filter(part -> !part.isFilter()).toList());
    }
    if (node instanceof QueryNode.Any any) {
      List<QueryNode> parts = any.parts().stream().map(Relaxation::textOnly).toList();
      return parts.stream().anyMatch(QueryNode::isFilter)
          ? new QueryNode.Everything()
          : new QueryNode.Any(parts);
    }
    return node;
  }

  private static QueryNode joined(List<QueryNode> parts) {
    return switch (parts.size()) {
      case 0 -> new QueryNode.Everything();
      case 1 -> parts.getFirst();
      default -> new QueryNode.All(parts);
    };
  }
}
