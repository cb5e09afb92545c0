package dev.dateline.query;

import java.util.List;

/**
 * What was understood of a query.
 *
 * @param root the tree
 * @param warnings what was taken otherwise than it may have been meant, in sentences for the person
 *     who typed it
 */
public record ParsedQuery(QueryNode root, List<String> warnings) {

  public ParsedQuery {
    warnings = List.copyOf(warnings);
  }
}
