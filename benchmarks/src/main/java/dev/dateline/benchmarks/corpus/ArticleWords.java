package dev.dateline.benchmarks.corpus;

import dev.dateline.article.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  /** Whether two words follow one another in one of its texts, as written or in any form. */
  public boolean has(String first, String second, boolean anyForm) {
    for (List<String> text : texts) {
      for (int i = 0; i + 1 < text.size(); i++) {
        if (same(first, text.get(i), anyForm) && same(second, text.get(i + 1), anyForm)) {
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
