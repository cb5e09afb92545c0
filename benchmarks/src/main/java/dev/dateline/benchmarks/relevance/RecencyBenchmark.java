package dev.dateline.benchmarks.relevance;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.evaluation.Evaluation;
import dev.dateline.evaluation.Measure;
import dev.dateline.evaluation.RecencyPair;
import dev.dateline.evaluation.Run;
import dev.dateline.evaluation.RunHit;
import dev.dateline.evaluation.Topic;
import dev.dateline.evaluation.TopicSearch;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.Match;
import dev.dateline.index.Recency;
import dev.dateline.index.SearchRequest;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * How should a fresh article be preferred? Keeps the stated pairs, changes top tens, and harms
 * relevance little: for each {@link RecencyForm}, by the hits and scores of Dateline without
 * recency, a thousand of each question.
 *
 * <p>{@code benchmarks/run recency data=DIR}, or {@code DATELINE_DATA=DIR}
 */
public final class RecencyBenchmark {

  private static final int DEPTH = 1000;
  private static final Path RESOURCES = Path.of("indexer/src/test/resources/dev/dateline/recency");

  /** When each article was published, by id. The undated are not in it. */
  private final Map<String, Instant> published = new HashMap<>();

  private RecencyBenchmark() {}

  /** What was found without recency. */
  private record Asked(RecencyPair pair, List<RunHit> hits) {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException {
    Path data = RelevanceBenchmark.data(arguments);
    Path home = Path.of(System.getProperty("dateline.home", ""));
    new RecencyBenchmark().measure(data, home);
  }

  private void measure(Path data, Path home) throws IOException {
    Path corpus = data.resolve("corpora/digitalgov.jsonl.gz");
    List<RelevanceSet> sets =
        RelevanceSet.all(data).stream().filter(set -> set.corpus().equals(corpus)).toList();
    List<Asked> own =
        pairs(
            RecencyPair.SAMPLES,
            List.of(home.resolve("samples"), home.resolve(RESOURCES).resolve("articles.jsonl")));
    List<Asked> foreign = pairs(RecencyPair.DIGITALGOV, List.of(corpus));
    Instant newest = foreign.getFirst().pair().asOf();
    System.out.printf(
        Locale.ROOT,
        "%-24s %8s %12s   then of each set: order of ten changed, ten changed, nDCG@10%n",
        "",
        "samples",
        "digitalgov");
    List<Run> off = runs(corpus, sets);
    for (RecencyForm form : RecencyForm.all()) {
      System.out.printf(
          Locale.ROOT,
          "%-24s %5d/%2d %9d/%2d",
          form,
          kept(own, form),
          own.size(),
          kept(foreign, form),
          foreign.size());
      for (int i = 0; i < sets.size(); i++) {
        print(sets.get(i), off.get(i), form, newest);
      }
      System.out.println();
    }
  }

  private interface Questions<T> {
    T ask(ArticleIndex index) throws IOException;
  }

  private <T> T indexed(List<Path> files, Questions<T> questions) throws IOException {
    Path folder = Files.createTempDirectory("recency");
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      Ingest.read(files, outcome -> add(writer, outcome));
    }
    try (ArticleIndex index = Dateline.open(folder)) {
      return questions.ask(index);
    } finally {
      Corpus.remove(folder);
    }
  }

  private void add(ArticleWriter writer, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Read read) {
      Article article = read.article();
      writer.add(article);
      if (article.published() != null) {
        published.put(article.id(), article.published().at());
      }
    }
  }

  private List<Asked> pairs(String resource, List<Path> files) throws IOException {
    List<RecencyPair> pairs = RecencyPair.read(resource);
    return indexed(
        files,
        index -> {
          List<Asked> asked = new ArrayList<>();
          for (RecencyPair pair : pairs) {
            asked.add(new Asked(pair, pair.hits(index, Recency.OFF)));
          }
          return asked;
        });
  }

  private List<Run> runs(Path corpus, List<RelevanceSet> sets) throws IOException {
    SearchRequest request = SearchRequest.builder().match(Match.ANY).recency(Recency.OFF).build();
    return indexed(
        List.of(corpus),
        index -> {
          List<Run> runs = new ArrayList<>();
          for (RelevanceSet set : sets) {
            runs.add(new TopicSearch(index, request, DEPTH).run(set.topics()));
          }
          return runs;
        });
  }

  private long kept(List<Asked> asked, RecencyForm form) {
    return asked.stream()
        .filter(each -> each.pair().isKept(ordered(each.hits(), form, each.pair().asOf())))
        .count();
  }

  /** The hits in the order of a form; of equal ones the newer first, as they came. */
  private List<RunHit> ordered(List<RunHit> hits, RecencyForm form, Instant asOf) {
    return hits.stream()
        .map(hit -> new RunHit(hit.id(), (float) (hit.score() * factor(hit.id(), form, asOf))))
        .sorted(Comparator.comparingDouble(RunHit::score).reversed())
        .toList();
  }

  private double factor(String id, RecencyForm form, Instant asOf) {
    Instant at = published.get(id);
    if (at == null) {
      return 1;
    }
    return form.factor(Math.max(0, Duration.between(at, asOf).toMillis() / 86_400_000.0));
  }

  private void print(RelevanceSet set, Run off, RecencyForm form, Instant asOf) {
    SequencedMap<String, List<RunHit>> run = new LinkedHashMap<>();
    double orders = 0;
    double tens = 0;
    for (Topic topic : set.topics()) {
      List<RunHit> before = Objects.requireNonNull(off.hits().get(topic.number()));
      List<RunHit> after = ordered(before, form, asOf);
      List<String> was = ten(before);
      List<String> is = ten(after);
      orders += was.equals(is) ? 0 : 1;
      tens += was.containsAll(is) ? 0 : 1;
      run.put(topic.number(), after);
    }
    Evaluation evaluation =
        Evaluation.of(
            new Run(run), set.judgments(), set.topics().stream().map(Topic::number).toList());
    System.out.printf(
        Locale.ROOT,
        "   %3.0f %% %3.0f %% %.4f",
        100 * orders / set.topics().size(),
        100 * tens / set.topics().size(),
        evaluation.mean(Measure.NDCG_10));
  }

  private static List<String> ten(List<RunHit> hits) {
    return hits.stream().limit(10).map(RunHit::id).toList();
  }
}
