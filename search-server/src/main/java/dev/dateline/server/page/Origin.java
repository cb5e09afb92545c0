package dev.dateline.server.page;

import dev.dateline.article.Article;
import dev.dateline.article.Provenance;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an article came from, and what of its document became of it.
 *
 * @param facts what is known of the document, and the further facts that it gave
 * @param rules the fields of the article, and which rule or name of the document set each
 * @param notes what a reader should know, in plain sentences
 * @param dropped what was in the document and is not in the article
 * @param more how many pieces more were dropped than are listed
 */
public record Origin(
    List<Fact> facts, List<Fact> rules, List<String> notes, List<Fact> dropped, int more) {

  /** Pieces that are listed: more are for those who ask the API. */
  private static final int LISTED = 20;

  /** Something that is known. */
  public record Fact(String name, String value) {}

  static Origin of(Article article) {
    Provenance provenance = article.provenance();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("id", article.id()));
    if (article.url() != null) {
      facts.add(new Fact("url", article.url()));
    }
    if (provenance.file() != null) {
      facts.add(new Fact("file", provenance.file()));
    }
    if (provenance.format() != null) {
      facts.add(new Fact("format", provenance.format()));
    }
    article.metadata().forEach((name, value) -> facts.add(new Fact(name, value)));
    List<Fact> rules = new ArrayList<>();
    provenance.rules().forEach((field, rule) -> rules.add(new Fact(field, rule)));
    List<Fact> dropped =
        provenance.dropped().stream()
            .limit(LISTED)
            .map(piece -> new Fact(piece.text(), piece.rule()))
            .toList();
    return new Origin(
        facts, rules, provenance.notes(), dropped, provenance.dropped().size() - dropped.size());
  }
}
