package dev.dateline.index;

import dev.dateline.article.Article;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * An article that was found.
 *
 * @param article the article, with the fields that were asked for
 * @param score its score; comparable within one answer only, and 0 where the order is by date
 * @param highlights a field's name ({@code title}, {@code originalTitle}, {@code summary}, {@code
 *     takeaways}, {@code body}, {@code parts}) and the snippets from it that show the query's
 *     words; fields without any are left out. Where nothing below the titles matched, the summary,
 *     or what the article begins with, without marks
 */
public record Hit(Article article, float score, SequencedMap<String, List<Snippet>> highlights) {

  public Hit {
    highlights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(highlights));
  }
}
