package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Provenance;
import dev.dateline.index.ResultField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** An article as a hit shows it: without the fields that were not asked for. */
final class ShownArticle {

  private ShownArticle() {}

  static Article of(Article article, Set<ResultField> fields) {
    return article
        .with()
        .body(fields.contains(ResultField.BODY) ? article.body() : List.of())
        .parts(fields.contains(ResultField.PARTS) ? article.parts() : List.of())
        .tags(fields.contains(ResultField.TAGS) ? article.tags() : List.of())
        .updated(fields.contains(ResultField.UPDATED) ? article.updated() : null)
        .metadata(
            fields.contains(ResultField.METADATA) ? article.metadata() : new LinkedHashMap<>())
        .provenance(
            fields.contains(ResultField.PROVENANCE) ? article.provenance() : Provenance.NONE)
        .build();
  }
}
