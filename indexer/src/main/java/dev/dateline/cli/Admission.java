package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.article.Edition;
import dev.dateline.article.Status;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides for each article that was read whether it takes its place in the index, where another
 * version of it may be held. Thread-safe; articles of one id come one after another.
 */
final class Admission {

  private final Shelf shelf;
  private final Withdrawals withdrawals;
  private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);

  /** Where the articles go. */
  interface Shelf {

    /** The article with this id that is held. */
    Optional<Article> find(String id) throws IOException;

    /** Takes an article, unless its id is withdrawn. */
    boolean add(Article article) throws IOException;

    /** Takes an article, also where its id is withdrawn. */
    void restore(Article article) throws IOException;

    /** The held article stays, as it is better than one that came. */
    default void keep(Article held) throws IOException {}
  }

  Admission(Shelf shelf, Withdrawals withdrawals) {
    this.shelf = shelf;
    this.withdrawals = withdrawals;
  }

  void take(Article article) throws IOException {
    add(fate(article));
  }

  private Fate fate(Article article) throws IOException {
    Optional<Article> found = shelf.find(article.id());
    if (withdrawals.restores(article)) {
      shelf.restore(article);
      return found.isPresent() ? Fate.UPDATED : Fate.ADDED;
    }
    if (found.isEmpty()) {
      return put(article, Fate.ADDED);
    }
    Article held = found.get();
    if (held.status().equals(Status.WITHDRAWN)) {
      return put(article, Fate.UPDATED);
    }
    return switch (Edition.of(article, held)) {
      case REPLACES -> put(article, Fate.UPDATED);
      case OLDER -> keep(held, Fate.OLDER);
      case POORER -> keep(held, Fate.POORER);
      case SAME -> keep(held, Fate.UNCHANGED);
    };
  }

  private Fate put(Article article, Fate fate) throws IOException {
    if (shelf.add(article)) {
      return fate;
    }
    withdrawals.leave(article);
    return Fate.STILL_WITHDRAWN;
  }

  private Fate keep(Article held, Fate fate) throws IOException {
    shelf.keep(held);
    return fate;
  }

  /** Counts an article whose fate was decided elsewhere. */
  synchronized void add(Fate fate) {
    counts.merge(fate, 1L, Long::sum);
  }

  /** How many articles had this fate. */
  synchronized long count(Fate fate) {
    return counts.getOrDefault(fate, 0L);
  }
}
