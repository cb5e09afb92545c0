package dev.dateline.benchmarks.queries;

import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.ArticleGenerator;
import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.corpus.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Draws queries from the articles of a corpus, so that each of them matches. */
public final class GeneratedQueries {

  /** Shorter words are {@linkplain Vocabulary#FUNCTION_WORDS function words}. */
  private static final int CONTENT_WORD = 5;

  private final GeneratedCorpus corpus;
  private final Map<String, Integer> frequencies = new ConcurrentHashMap<>();

  /** Counts the words of the articles. */
  public GeneratedQueries(GeneratedCorpus corpus) {
    this.corpus = corpus;
    corpus
        .articles()
        .map(ArticleWords::all)
        .forEach(
            article ->
                article.lemmas().forEach(lemma -> frequencies.merge(lemma, 1, Integer::sum)));
  }

  /** Queries of a class, the same ones for the same corpus. */
  public List<GeneratedQuery> draw(QueryClass kind, int count) {
    Random random = new Random(kind.name().hashCode());
    List<GeneratedQuery> queries = new ArrayList<>();
    while (queries.size() < count) {
      Article article = corpus.article(random.nextInt(corpus.size()));
      List<List<String>> texts = ArticleWords.ofTitleAndBody(article).texts();
      List<String> text = texts.get(random.nextInt(texts.size()));
      List<String> words = words(kind, text, random);
      if (words.stream().allMatch(word -> suits(kind, word))) {
        queries.add(new GeneratedQuery(kind, words, ArticleGenerator.published(article)));
      }
    }
    return queries;
  }

  private static List<String> words(QueryClass kind, List<String> text, Random random) {
    return switch (kind) {
      case COMMON_TERM, RARE_TERM, DATE, NEWEST -> List.of(any(text, random));
      case AND, OR -> List.of(any(text, random), any(text, random));
      case PHRASE -> {
        int start = random.nextInt(text.size() - 1);
        yield List.copyOf(text.subList(start, start + 2));
      }
    };
  }

  private static String any(List<String> text, Random random) {
    return text.get(random.nextInt(text.size()));
  }

  private boolean suits(QueryClass kind, String word) {
    int articles = frequencies.getOrDefault(Vocabulary.lemma(word), 0);
    boolean content = word.length() >= CONTENT_WORD;
    return switch (kind) {
      case COMMON_TERM -> content && articles >= corpus.size() / 100;
      case RARE_TERM -> content && articles <= Math.max(1, corpus.size() / 1_000);
      case AND, OR, DATE, NEWEST -> content;
      case PHRASE -> true;
    };
  }
}
