package dev.dateline.benchmarks.relevance;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.ResultField;
import dev.dateline.index.SearchResult;
import dev.dateline.index.SimilarRequest;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * How often is a similar article about the same, and how long does it take to find ten? Asks for
 * the articles that are similar to 500 articles of a corpus whose editors gave them subjects: the
 * topics of Reuters, the sections of the BBC. Beside it the more-like-this of Lucene over the
 * bodies, with its defaults, and without the copies that Dateline leaves out.
 *
 * <p>{@code benchmarks/run similar data=DIR}
 */
public final class SimilarBenchmark {

  private static final int ASKED = 500;
  private static final int DEPTH = 10;
  private static final long SEED = 42;

  private SimilarBenchmark() {}

  /** Finds the ids of articles that are similar to one, the most similar first. */
  private interface Finder {
    List<Article> find(Article article) throws IOException;
  }

  /** Runs it; the argument is {@code data=DIR}. */
  public static void main(String[] arguments) throws IOException {
    Path corpora = Path.of(arguments[0].substring("data=".length())).resolve("corpora");
    measure(corpora.resolve("reuters21578.jsonl.gz"), article -> Set.copyOf(article.tags()));
    measure(
        corpora.resolve("bbc2225.jsonl.gz"),
        article -> article.section() == null ? Set.of() : Set.of(article.section()));
  }

  private static void measure(Path corpus, Function<Article, Set<String>> subjects)
      throws IOException {
    List<Article> articles = new ArrayList<>();
    Ingest.read(
        List.of(corpus),
        outcome -> {
          if (outcome instanceof Outcome.Read read) {
            articles.add(read.article());
          }
        });
    List<Article> asked =
        new ArrayList<>(articles.stream().filter(each -> !subjects.apply(each).isEmpty()).toList());
    Collections.shuffle(asked, new Random(SEED));
    asked = asked.subList(0, ASKED);
    System.out.printf(Locale.ROOT, "%n%s%n%-28s %8s %8s%n", corpus.getFileName(), "", "P@10", "ms");
    Path folder = Files.createTempDirectory("similar");
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      for (Article article : articles) {
        writer.add(article);
      }
    }
    try (ArticleIndex index = Dateline.open(folder);
        MoreLikeThisIndex other = new MoreLikeThisIndex(articles)) {
      print("Dateline", asked, subjects, article -> similar(index, article));
      print("Lucene's more-like-this", asked, subjects, article -> other.similar(article, DEPTH));
    }
    Corpus.remove(folder);
  }

  private static List<Article> similar(ArticleIndex index, Article article) throws IOException {
    SimilarRequest request =
        SimilarRequest.builder(article.id())
            .pageSize(DEPTH)
            .fields(Set.of(ResultField.TAGS))
            .build();
    SearchResult result = index.similar(request).orElseThrow();
    return result.hits().stream().map(hit -> hit.article()).toList();
  }

  private static void print(
      String name, List<Article> asked, Function<Article, Set<String>> subjects, Finder finder)
      throws IOException {
    long shared = 0;
    long start = 0;
    for (int round = 0; round < 2; round++) {
      shared = 0;
      start = System.nanoTime();
      for (Article article : asked) {
        for (Article found : finder.find(article)) {
          Set<String> both = new HashSet<>(subjects.apply(article));
          both.retainAll(subjects.apply(found));
          shared += both.isEmpty() ? 0 : 1;
        }
      }
    }
    double milliseconds = (System.nanoTime() - start) / 1e6 / asked.size();
    System.out.printf(
        Locale.ROOT,
        "%-28s %8.4f %8.2f%n",
        name,
        (double) shared / (DEPTH * asked.size()),
        milliseconds);
  }
}
