package dev.dateline.lucene;

import dev.dateline.query.Attribute;
import dev.dateline.query.TextPart;
import java.util.Collection;
import java.util.List;

/** The names of the fields of the index, and the version of their meaning. */
final class Fields {

  /**
   * Raised with every change of what is in the index or how its words are made. Kept with each
   * commit.
   */
  static final int SCHEMA = 7;

  /** The article's id, one term. */
  static final String ID = "id";

  /** The canonical form of the article's url, one term, absent without one. */
  static final String URL = "url";

  /**
   * The whole article as JSON, stored: what snippets are made from, and what a reindex without
   * sources is made from.
   */
  static final String ARTICLE = "article";

  /**
   * The article as a hit shows it, as JSON, doc values: see docs/adr/0018-hits-from-doc-values.md.
   */
  static final String SHOWN = "shown";

  /** The {@link Gist}, doc values. */
  static final String GIST = "gist";

  static final String TITLE = "title";
  static final String ORIGINAL_TITLE = "originalTitle";
  static final String SUMMARY = "summary";
  static final String TAKEAWAYS = "takeaways";
  static final String BODY = "body";
  static final String PARTS = "parts";

  /**
   * The words of all text fields, as written and as stems, those of the title twice, without
   * positions. What words weigh together is reckoned here: see
   * docs/adr/0008-one-field-for-ranking.md.
   */
  static final String WORDS = "words";

  /** What can be suggested to one who types, one {@link SuggestionTerm} each. */
  static final String SUGGESTIONS = "suggestions";

  /** The words of the authors' names. */
  static final String AUTHOR_WORDS = "authorWords";

  /** Milliseconds since 1970, doc values: for order. Absent where the article is undated. */
  static final String PUBLISHED = "published";

  /** The same as a point: for spans, where more is known than the day. */
  static final String PUBLISHED_AT = "publishedAt";

  /**
   * Days since 1970, a point and doc values: where the day is all that is known. It is that day in
   * every zone.
   */
  static final String PUBLISHED_DAY = "publishedDay";

  /** {@link IdHash}, doc values: breaks ties, so that the order of articles is total. */
  static final String ID_HASH = "idHash";

  /**
   * The first millisecond at which the article is found: a point, only where it is not found at all
   * times. Withdrawn articles have the largest one.
   */
  static final String HIDDEN_UNTIL = "hiddenUntil";

  /** The text fields, in the order of a page. */
  static final List<String> TEXT = List.of(TITLE, ORIGINAL_TITLE, SUMMARY, TAKEAWAYS, BODY, PARTS);

  private Fields() {}

  /** The fields that hold the text of these parts; all of them for none. */
  static List<String> of(Collection<TextPart> parts) {
    return parts.isEmpty()
        ? TEXT
        : parts.stream().sorted().flatMap(part -> of(part).stream()).toList();
  }

  /** The fields that hold the text of a part. */
  static List<String> of(TextPart part) {
    return switch (part) {
      case TITLE -> List.of(TITLE, ORIGINAL_TITLE);
      case SUMMARY -> List.of(SUMMARY);
      case TAKEAWAYS -> List.of(TAKEAWAYS);
      case BODY -> List.of(BODY);
      case PARTS -> List.of(PARTS);
    };
  }

  /**
   * The field that holds the folded values of an attribute, one term each: for filters. A site and
   * a language have their broader names too.
   */
  static String of(Attribute attribute) {
    return switch (attribute) {
      case SOURCE -> "source";
      case DOMAIN -> "domain";
      case SECTION -> "section";
      case AUTHOR -> "author";
      case TAG -> "tag";
      case LANGUAGE -> "lang";
    };
  }

  /**
   * The field that holds the values of an attribute as {@link FacetTerm} has them, doc values: for
   * counts. An article has each value once.
   */
  static String facet(Attribute attribute) {
    return of(attribute) + "Facet";
  }
}
