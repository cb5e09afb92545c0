package dev.dateline.query;

import java.time.Duration;
import java.util.List;

/**
 * A node of the tree that a query is. The string of a node is its normal form in the query
 * language, which parses to an equal node.
 */
public sealed interface QueryNode {

  /**
   * Whether this asks for a fact about an article, whatever its text: it filters, and ranks
   * nothing.
   */
  default boolean isFilter() {
    return switch (this) {
      case Has has -> true;
      case Before before -> true;
      case After after -> true;
      case Within within -> true;
      case Everything everything -> true;
      case All all -> all.parts().stream().allMatch(QueryNode::isFilter);
      case Any any -> any.parts().stream().allMatch(QueryNode::isFilter);
      case Not not -> not.part().isFilter();
      case Nothing nothing -> false;
      case In in -> false;
      case Word word -> false;
      case Phrase phrase -> false;
      case Prefix prefix -> false;
      case Fuzzy fuzzy -> false;
    };
  }

  /** Every article. */
  record Everything() implements QueryNode {
    @Override
    public String toString() {
      return "";
    }
  }

  /** No article: what was typed has no word in it. */
  record Nothing() implements QueryNode {
    @Override
    public String toString() {
      return "\"\"";
    }
  }

  /**
   * An article with this word in any of its inflected forms; the article at this address, where the
   * word is {@linkplain WebAddress one}, or an article with it in the text.
   */
  record Word(String text) implements QueryNode {
    @Override
    public String toString() {
      return NormalForm.word(text);
    }
  }

  /**
   * An article with these words as written, in this order.
   *
   * @param text the words with single blanks; a word that ends in a star stands for all that start
   *     so, and a star by itself, between words, for any word
   * @param slop how many moves of a word by one position are allowed; 0 for an exact phrase, at
   *     most {@value QueryText#MOST_SLOP}
   */
  record Phrase(String text, int slop) implements QueryNode {
    @Override
    public String toString() {
      return NormalForm.quoted(text) + (slop == 0 ? "" : "~" + slop);
    }
  }

  /** An article with a word that starts so, as written. */
  record Prefix(String text) implements QueryNode {
    @Override
    public String toString() {
      return NormalForm.lettersOf(text) + "*";
    }
  }

  /**
   * An article with a word, as written, that is at most this many edits away.
   *
   * @param edits 1 or 2
   */
  record Fuzzy(String text, int edits) implements QueryNode {
    @Override
    public String toString() {
      return NormalForm.lettersOf(text) + "~" + edits;
    }
  }

  /** An article that matches each of the parts. */
  record All(List<QueryNode> parts) implements QueryNode {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return NormalForm.joined(parts, " ");
    }
  }

  /** An article that matches at least one of the parts. */
  record Any(List<QueryNode> parts) implements QueryNode {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return NormalForm.joined(parts, " OR ");
    }
  }

  /** An article that does not match. */
  record Not(QueryNode part) implements QueryNode {
    @Override
    public String toString() {
      return "-" + NormalForm.operand(part);
    }
  }

  /**
   * An article that matches within these of its parts.
   *
   * @param where at least one part, each once
   * @param part a word, phrase, prefix or fuzzy word
   */
  record In(List<TextPart> where, QueryNode part) implements QueryNode {
    public In {
      where = List.copyOf(where);
    }

    @Override
    public String toString() {
      return new Token.Scope(where).text() + NormalForm.operand(part);
    }
  }

  /** An article with this value of an attribute. */
  record Has(Attribute attribute, String value) implements QueryNode {
    @Override
    public String toString() {
      return attribute.operator() + ":" + NormalForm.value(value);
    }
  }

  /** An article that was published before this moment. */
  record Before(Moment moment) implements QueryNode {
    @Override
    public String toString() {
      return "before:" + moment;
    }
  }

  /** An article that was published at this moment or later. */
  record After(Moment moment) implements QueryNode {
    @Override
    public String toString() {
      return "after:" + moment;
    }
  }

  /** An article that is at most this old. */
  record Within(Duration age) implements QueryNode {
    @Override
    public String toString() {
      return "when:" + Ages.format(age);
    }
  }
}
