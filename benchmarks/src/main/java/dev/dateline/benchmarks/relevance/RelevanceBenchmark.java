package dev.dateline.benchmarks.relevance;

import dev.dateline.Dateline;
import dev.dateline.benchmarks.Setting;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.NewsText;
import dev.dateline.evaluation.Evaluation;
import dev.dateline.evaluation.Measure;
import dev.dateline.evaluation.Run;
import dev.dateline.evaluation.Topic;
import dev.dateline.evaluation.TopicSearch;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.Match;
import dev.dateline.index.Recency;
import dev.dateline.index.SearchRequest;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.query.TextPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How good is the ranking, and would another be better? Asks the topics of judged sets of Dateline
 * as it is, in each way to match, and of each {@link RankingVariant} in bare Lucene with what it
 * costs in CPU time, as a ratio to the one that is used.
 *
 * <p>{@code benchmarks/run relevance data=DIR [set=time] [topics=200] [variants=no]}, or {@code
 * DATELINE_DATA=DIR}: of sets whose name holds {@code time}, at most so many topics of each, evenly
 * taken, and Dateline alone.
 */
public final class RelevanceBenchmark {

  private static final List<Measure> MEASURES =
      List.of(Measure.NDCG_10, Measure.MAP, Measure.MRR, Measure.RECALL_1000);

  /** By turns, so that what disturbs the machine disturbs all alike. */
  private static final int ROUNDS = 5;

  private RelevanceBenchmark() {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException {
    Path data = data(arguments);
    String wanted = Setting.of(arguments, "set", "");
    int topics = Integer.parseInt(Setting.of(arguments, "topics", "1000"));
    boolean variants = Setting.of(arguments, "variants", "yes").equals("yes");
    for (RelevanceSet set : RelevanceSet.all(data)) {
      if (set.name().contains(wanted)) {
        measure(set.atMost(topics), variants);
      }
    }
  }

  /** The folder of the judged sets; ends the program where none is named. */
  static Path data(String[] arguments) {
    String data = Setting.of(arguments, "data", System.getenv().getOrDefault("DATELINE_DATA", ""));
    if (data.isEmpty()) {
      System.err.println("say where the data is: data=DIR or DATELINE_DATA=DIR");
      System.exit(2);
    }
    return Path.of(data);
  }

  private static void measure(RelevanceSet set, boolean variants) throws IOException {
    System.out.printf(Locale.ROOT, "%n%s, %d topics%n", set.name(), set.topics().size());
    System.out.printf(Locale.ROOT, "%-32s", "");
    MEASURES.forEach(measure -> System.out.printf(Locale.ROOT, " %12s", measure.label()));
    System.out.printf(Locale.ROOT, " %8s%n", "CPU");
    measureDateline(set);
    if (variants) {
      measureVariants(set);
    }
  }

  private static void measureDateline(RelevanceSet set) throws IOException {
    Path folder = Files.createTempDirectory("relevance");
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      Ingest.read(List.of(set.corpus()), outcome -> add(writer, outcome));
    }
    try (ArticleIndex index = Dateline.open(folder)) {
      for (Match match : Match.values()) {
        SearchRequest.Builder request = SearchRequest.builder().match(match).recency(Recency.OFF);
        if (set.bodyOnly()) {
          request.searchIn(Set.of(TextPart.BODY));
        }
        Run run = new TopicSearch(index, request.build(), 1000).run(set.topics());
        print("Dateline, match=" + match.name().toLowerCase(Locale.ROOT), set, run, "");
      }
    }
    Corpus.remove(folder);
  }

  private static void add(ArticleWriter writer, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Read read) {
      writer.add(read.article());
    }
  }

  private static void measureVariants(RelevanceSet set) throws IOException {
    Map<String, RankingVariant> variants = RankingVariant.all();
    try (RelevanceIndex index = new RelevanceIndex(NewsText.read(set.corpus()))) {
      Map<String, Run> runs = new LinkedHashMap<>();
      for (Map.Entry<String, RankingVariant> each : variants.entrySet()) {
        runs.put(each.getKey(), index.run(each.getValue(), set));
      }
      Map<String, Double> costs = new HashMap<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (Map.Entry<String, RankingVariant> each : variants.entrySet()) {
          costs.merge(each.getKey(), index.microseconds(each.getValue(), set), Math::min);
        }
      }
      double used = Objects.requireNonNull(costs.get(runs.keySet().iterator().next()));
      runs.forEach(
          (name, run) -> {
            double cost = costs.getOrDefault(name, 0.0);
            print(name, set, run, String.format(Locale.ROOT, "%.2f", cost / used));
          });
    }
  }

  private static void print(String name, RelevanceSet set, Run run, String cost) {
    List<String> numbers = set.topics().stream().map(Topic::number).toList();
    Evaluation evaluation = Evaluation.of(run, set.judgments(), numbers);
    System.out.printf(Locale.ROOT, "%-32s", name);
    MEASURES.forEach(
        measure -> System.out.printf(Locale.ROOT, " %12.4f", evaluation.mean(measure)));
    System.out.printf(Locale.ROOT, " %8s%n", cost);
  }
}
