package dev.dateline.benchmarks.queries;

import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.ArticleGenerator;
import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.benchmarks.corpus.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws queries from the articles of a corpus, so that each of them matches. */
public final class GeneratedQueries {

  /** Shorter words are mostly function words. */
  private static final int CONTENT_WORD = 5;

  private final Corpus corpus;
  private final FloorIndex floor;

  /**
   * Queries of a corpus.
   *
   * @param floor knows how many articles have a word
   */
  public GeneratedQueries(Corpus corpus, FloorIndex floor) {
    this.corpus = corpus;
    this.floor = floor;
  }

  /** Queries of a class, the same ones for the same corpus. */
  public List<GeneratedQuery> draw(QueryClass kind, int count) throws IOException {
    Random random = new Random(kind.drawnAs().name().hashCode());
    List<GeneratedQuery> queries = new ArrayList<>();
    while (queries.size() < count) {
      Article article = corpus.article(random.nextInt(corpus.size()));
      if (article.published() == null) {
        continue;
      }
      List<List<String>> texts = ArticleWords.ofTitleAndBody(article).texts();
      List<String> text = texts.get(random.nextInt(texts.size()));
      List<String> words = text.size() < 2 ? List.of() : words(kind.drawnAs(), text, random);
      GeneratedQuery query = new GeneratedQuery(kind, words, ArticleGenerator.published(article));
      if (!words.isEmpty() && suits(query)) {
        queries.add(query);
      }
    }
    return queries;
  }

  private static List<String> words(QueryClass kind, List<String> text, Random random) {
    return switch (kind) {
      case AND, OR_2 -> List.of(any(text, random), any(text, random));
      case OR_5 -> random.ints(5, 0, text.size()).mapToObj(text::get).toList();
      case PHRASE -> {
        int start = random.nextInt(text.size() - 1);
        yield List.copyOf(text.subList(start, start + 2));
      }
      case NEAR -> {
        int start = random.nextInt(text.size());
        int other = start + 1 + random.nextInt(QueryClass.SLOP);
        yield other < text.size() ? List.of(text.get(start), text.get(other)) : List.of();
      }
      case PREFIX -> {
        String word = any(text, random);
        yield word.length() <= CONTENT_WORD
            ? List.of()
            : List.of(word.substring(0, QueryClass.PREFIX_LENGTH));
      }
      case FUZZY -> {
        String word = any(text, random);
        yield word.length() <= CONTENT_WORD ? List.of() : List.of(Slips.in(word, random));
      }
      case COMMON_TERM, RARE_TERM, DATE_30_DAYS, DATE_2_YEARS, NEWEST, RECENT, FACETS ->
          List.of(any(text, random));
    };
  }

  private static String any(List<String> text, Random random) {
    return text.get(random.nextInt(text.size()));
  }

  private boolean suits(GeneratedQuery query) throws IOException {
    boolean content = query.words().stream().allMatch(word -> word.length() >= CONTENT_WORD);
    return switch (query.kind()) {
      case COMMON_TERM -> content && floor.count(query) >= corpus.size() / 100;
      case RARE_TERM -> content && floor.count(query) <= Math.max(1, corpus.size() / 1_000);
      case AND, OR_2, OR_5, DATE_30_DAYS, DATE_2_YEARS, NEWEST, RECENT, FACETS -> content;
      case PHRASE, NEAR -> query.hasDifferentWords();
      case PREFIX, FUZZY -> true;
    };
  }
}
