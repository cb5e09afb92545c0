package dev.dateline.cli;

import dev.dateline.article.Article;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/**
 * The articles that the index holds as withdrawn: which are to come back, and which were left so.
 */
final class Withdrawals {

  @Option(
      names = "--restore",
      paramLabel = "ID",
      description = "take this article although it was withdrawn; may be repeated")
  private Set<String> restored = Set.of();

  private final Tally left = new Tally();

  boolean restoresAny() {
    return !restored.isEmpty();
  }

  boolean restores(Article article) {
    return restored.contains(article.id());
  }

  /** Notes an article that was not taken. */
  void leave(Article article) {
    left.add(article.id(), "--restore " + article.id() + " brings it back");
  }

  /** How many were not taken. */
  long count() {
    return left.count();
  }

  /** The first few that were not taken, in lines. */
  List<String> named() {
    return left.first().stream().map(line -> "still withdrawn " + line).toList();
  }
}
