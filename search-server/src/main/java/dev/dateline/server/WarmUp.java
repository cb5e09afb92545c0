package dev.dateline.server;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Hit;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SuggestRequest;
import dev.dateline.json.ResultJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does what the first who ask would wait for, in a thread of its own. */
final class WarmUp {

  private static final Logger LOG = Logger.getLogger(WarmUp.class.getName());

  /** So that it takes nothing from the first answers: suggestions are half a second of work. */
  private static final Duration BEFORE_SUGGESTIONS = Duration.ofSeconds(2);

  private WarmUp() {}

  /** Begins, at best while the rest of the server is started. */
  static void start(ArticleIndex index) {
    Thread.ofPlatform().name("dateline-warm").daemon().start(() -> run(index));
  }

  private static void run(ArticleIndex index) {
    try {
      search(index);
      Thread.sleep(BEFORE_SUGGESTIONS);
      for (char letter = 'a'; letter <= 'z'; letter++) {
        index.suggest(SuggestRequest.of(Character.toString(letter)));
      }
    } catch (IOException | RuntimeException | InterruptedException e) {
      LOG.log(Level.FINE, "what was not read is read when somebody asks", e);
    }
  }

  /** Looks for what the newest article is about: that loads what any search needs. */
  private static void search(ArticleIndex index) throws IOException {
    for (Hit newest : index.search(SearchRequest.builder().pageSize(1).build()).hits()) {
      Article article = newest.article();
      String words = Objects.requireNonNullElse(article.title(), article.id());
      byte[] unused = ResultJson.toBytes(index.search(SearchRequest.of(words)));
    }
  }
}
