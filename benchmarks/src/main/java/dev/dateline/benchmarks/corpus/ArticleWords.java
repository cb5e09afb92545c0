package dev.dateline.benchmarks.corpus;

import dev.dateline.article.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words of a generated article, found without any search library: what a query must match is
 * counted with them.
 *
 * @param texts the words of its title, of each of its paragraphs, and so on, in order
 * @param lemmas all of them without their endings
 * @param published when it was published
 */
public record ArticleWords(List<List<String>> texts, Set<String> lemmas, Instant published) {

  /** All that Dateline searches: title, summary, takeaways and body. */
  public static ArticleWords all(Article article) {
    List<String> texts = new ArrayList<>(titleAndBody(article));
    if (article.summary() != null) {
      texts.add(article.summary());
    }
    texts.addAll(article.takeaways());
    return of(texts, article);
  }

  /** What the floor searches: title and body. */
  public static ArticleWords ofTitleAndBody(Article article) {
    return of(titleAndBody(article), article);
  }

  private static List<String> titleAndBody(Article article) {
    List<String> texts = new ArrayList<>(article.body());
    if (article.title() != null) {
      texts.add(article.title());
    }
    return texts;
  }

  private static ArticleWords of(List<String> texts, Article article) {
    List<List<String>> words = texts.stream().map(ArticleWords::words).toList();
    Set<String> lemmas = new HashSet<>();
    words.forEach(text -> text.forEach(word -> lemmas.add(Vocabulary.lemma(word))));
    return new ArticleWords(words, lemmas, ArticleGenerator.published(article));
  }

  private static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+"));
  }

  /** Whether a word is in it, in any inflected form. */
  public boolean has(String word) {
    return lemmas.contains(Vocabulary.lemma(word));
  }

  /** Whether a word as written is what is looked for. */
  public boolean hasWritten(Predicate<String> sought) {
    return texts.stream().anyMatch(text -> text.stream().anyMatch(sought));
  }

  /**
   * Whether two different words follow one another in one of its texts, as written or in any form.
   *
   * @param slop moves by one position that may bring the second to its place after the first
   */
  public boolean has(String first, String second, int slop, boolean anyForm) {
    return has(first)
        && has(second)
        && texts.stream().anyMatch(text -> areNear(first, second, slop, anyForm, text));
  }

  private static boolean areNear(
      String first, String second, int slop, boolean anyForm, List<String> text) {
    for (int i = 0; i < text.size(); i++) {
      if (!same(first, text.get(i), anyForm)) {
        continue;
      }
      for (int j = Math.max(0, i + 1 - slop); j < Math.min(text.size(), i + 2 + slop); j++) {
        if (same(second, text.get(j), anyForm)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean same(String word, String other, boolean anyForm) {
    return anyForm ? Vocabulary.lemma(word).equals(Vocabulary.lemma(other)) : word.equals(other);
  }
}
