package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.article.Edition;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleStore;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides for each article that was read whether it takes its place in the index, where another
 * version of it may be held. Thread-safe; articles of one id come one after another.
 */
final class Admission {

  private final ArticleStore store;
  private final Intake.Store keeping;
  private final Withdrawals withdrawals;
  private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);

  /**
   * @param store where the articles go
   * @param keeping takes a held article that stays, as it is better than one that came
   */
  Admission(ArticleStore store, Intake.Store keeping, Withdrawals withdrawals) {
    this.store = store;
    this.keeping = keeping;
    this.withdrawals = withdrawals;
  }

  void take(Article article) throws IOException {
    add(fate(article));
  }

  private Fate fate(Article article) throws IOException {
    Optional<Article> found = store.find(article.id());
    if (withdrawals.restores(article)) {
      store.restore(article);
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
    if (store.add(article)) {
      return fate;
    }
    withdrawals.leave(article);
    return Fate.STILL_WITHDRAWN;
  }

  private Fate keep(Article held, Fate fate) throws IOException {
    keeping.take(held);
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
