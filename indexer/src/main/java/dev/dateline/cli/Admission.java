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
  private final Keeping keeping;
  private final Withdrawals withdrawals;
  private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);

  /** What is done with a held article that stays, as it is better than one that came. */
  @FunctionalInterface
  interface Keeping {
    void keep(Article held) throws IOException;
  }

  /**
   * @param store where the articles go
   */
  Admission(ArticleStore store, Keeping keeping, Withdrawals withdrawals) {
    this.store = store;
    this.keeping = keeping;
    this.withdrawals = withdrawals;
  }

  void take(Incoming incoming) throws IOException {
    Article article = incoming.article();
    Optional<Article> held = store.find(article.id());
    add(held.isEmpty() ? put(article, Fate.ADDED) : fate(incoming, held.get()));
  }

  private Fate fate(Incoming incoming, Article held) throws IOException {
    Article article = incoming.article();
    if (held.status().equals(Status.WITHDRAWN)) {
      return put(article, Fate.UPDATED);
    }
    if (article.status().equals(Status.WITHDRAWN) && withdrawals.restores(article)) {
      return keep(held, Fate.OLDER);
    }
    return switch (Edition.of(article, held, incoming.again())) {
      case REPLACES -> put(article, Fate.UPDATED);
      case OLDER -> keep(held, Fate.OLDER);
      case POORER -> keep(held, Fate.POORER);
      case SAME -> keep(held, Fate.UNCHANGED);
    };
  }

  private Fate put(Article article, Fate fate) throws IOException {
    if (withdrawals.restores(article)) {
      store.restore(article);
      return fate;
    }
    if (store.add(article)) {
      return fate;
    }
    withdrawals.leave(article);
    return Fate.STILL_WITHDRAWN;
  }

  private Fate keep(Article held, Fate fate) throws IOException {
    keeping.keep(held);
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
