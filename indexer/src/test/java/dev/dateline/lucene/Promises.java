package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Adds, replaces and deletes articles, and knows of each what it must be: as was acknowledged last,
 * or as was asked for since, where there was no answer.
 */
final class Promises {

  private static final int ARTICLES = 20;

  /** What an article is that is not there. */
  private static final int NONE = 0;

  private final String prefix;
  private final Random random;
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<String, Set<Integer>> asked = new HashMap<>();
  private int version;
  private long acknowledged;

  /**
   * @param prefix of the ids of its articles
   */
  Promises(String prefix, Random random) {
    this.prefix = prefix;
    this.random = random;
  }

  /** How many writes were acknowledged. */
  long acknowledged() {
    return acknowledged;
  }

  /** Changes some articles, and commits. */
  void change(LuceneWriter writer) throws IOException {
    Map<String, Integer> written = writer.acknowledge(() -> changeSome(writer));
    for (String id : asked.keySet()) {
      known.put(id, version(writer, id)); // what was asked for earlier is on disk now, or never
    }
    known.putAll(written);
    acknowledged += written.size();
    asked.clear();
  }

  private Map<String, Integer> changeSome(LuceneWriter writer) throws IOException {
    check(writer);
    Map<String, Integer> written = new HashMap<>();
    for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
      String id = prefix + random.nextInt(ARTICLES);
      int next = random.nextInt(4) == 0 ? NONE : ++version;
      asked.computeIfAbsent(id, first -> new HashSet<>()).add(next);
      written.put(id, next);
      if (next == NONE) {
        writer.delete(id);
      } else {
        writer.add(Article.builder().id(id).title(Integer.toString(next)).build());
      }
    }
    return written;
  }

  /** Looks whether each article is what it must be. */
  void check(LuceneWriter writer) throws IOException {
    for (int number = 0; number < ARTICLES; number++) {
      String id = prefix + number;
      int found = version(writer, id);
      int last = known.getOrDefault(id, NONE);
      if (found != last && !asked.getOrDefault(id, Set.of()).contains(found)) {
        throw new AssertionError(
            id + " is " + found + ", acknowledged " + last + ", asked " + asked.get(id));
      }
    }
  }

  private static int version(LuceneWriter writer, String id) throws IOException {
    return writer.find(id).map(article -> Integer.parseInt(article.title())).orElse(NONE);
  }
}
