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
      if (part.isFilter() || part instanceof QueryNode.Not) {
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
    return joined(required);
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
