package dev.dateline.query;

import java.util.ArrayList;
import java.util.List;

/** Weaker forms of a query. */
public final class Relaxation {

  private Relaxation() {}

  /**
   * The query that any of its words satisfies: what all of several words, phrases or groups had to
   * match, one of them now suffices for. What filters (attributes, dates, exclusions) stays
   * required.
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
      if (filters(part) || part instanceof QueryNode.Not) {
        required.add(part);
      } else if (anyWord(part) instanceof QueryNode.Any any) {
        words.addAll(any.parts());
      } else {
        words.add(anyWord(part));
      }
    }
    if (words.size() == 1) {
      required.addFirst(words.getFirst());
    } else if (!words.isEmpty()) {
      required.addFirst(new QueryNode.Any(words));
    }
    return required.size() == 1 ? required.getFirst() : new QueryNode.All(required);
  }

  /** The query without its attributes and dates: only what is asked of the text. */
  public static QueryNode textOnly(QueryNode node) {
    if (filters(node)) {
      return new QueryNode.Everything();
    }
    if (!(node instanceof QueryNode.All all)) {
      return node;
    }
    List<QueryNode> parts =
        all.parts().stream().filter(part -> !filters(part)).map(Relaxation::textOnly).toList();
    return switch (parts.size()) {
      case 0 -> new QueryNode.Everything();
      case 1 -> parts.getFirst();
      default -> new QueryNode.All(parts);
    };
  }

  /** Whether a node is a fact about an article, whatever its text. */
  public static boolean filters(QueryNode node) {
    return switch (node) {
      case QueryNode.Has has -> true;
      case QueryNode.Before before -> true;
      case QueryNode.After after -> true;
      case QueryNode.Within within -> true;
      case QueryNode.Everything everything -> true;
      case QueryNode.All all -> all.parts().stream().allMatch(Relaxation::filters);
      case QueryNode.Any any -> any.parts().stream().allMatch(Relaxation::filters);
      case QueryNode.Not not -> filters(not.part());
      case QueryNode.Nothing nothing -> false;
      case QueryNode.In in -> false;
      case QueryNode.Word word -> false;
      case QueryNode.Phrase phrase -> false;
      case QueryNode.Prefix prefix -> false;
      case QueryNode.Fuzzy fuzzy -> false;
    };
  }
}
