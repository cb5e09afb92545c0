package dev.dateline.benchmarks.relevance;

import dev.dateline.benchmarks.corpus.NewsText;
import dev.dateline.benchmarks.wordforms.WordForms;
import dev.dateline.evaluation.Judgments;
import dev.dateline.evaluation.Topic;
import dev.dateline.evaluation.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Articles, topics and which articles answer them.
 *
 * @param corpus the file of the articles
 * @param bodyOnly whether words are looked for in bodies alone, since the topics are titles
 */
record RelevanceSet(
    String name, Path corpus, List<Topic> topics, Judgments judgments, boolean bodyOnly) {

  private static final int MOST_TOPICS = 1000;
  private static final long SEED = 42;

  /** Titles of fewer words are of no one article. */
  private static final int LEAST_WORDS = 4;

  /** Words of a summary that are asked. */
  private static final int SUMMARY_WORDS = 15;

  /** The sets of a folder that is laid out as benchmarks/relevance.md says. */
  static List<RelevanceSet> all(Path data) throws IOException {
    return List.of(
        judged(data, "time", "docs.jsonl"),
        judged(data, "checkthat20", "docs.jsonl.gz"),
        headlines(data, "reuters21578"),
        ReutersSubjects.in(data.resolve("corpora/reuters21578.jsonl.gz")),
        summaries(data, "digitalgov"),
        DigitalgovSubjects.in(data.resolve("corpora/digitalgov.jsonl.gz")),
        headlines(data, "bbc2225"),
        headlines(data, "masakhanews"));
  }

  /** The set with at most so many of its topics, evenly taken. */
  RelevanceSet atMost(int most) {
    int step = Math.max(1, Math.ceilDiv(topics.size(), most));
    List<Topic> some =
        IntStream.range(0, topics.size())
            .filter(number -> number % step == 0)
            .mapToObj(topics::get)
            .toList();
    return new RelevanceSet(name, corpus, some, judgments, bodyOnly);
  }

  private static RelevanceSet judged(Path data, String name, String file) throws IOException {
    Path folder = data.resolve("ir").resolve(name);
    List<Topic> topics = Topics.read(folder.resolve("topics.tsv"));
    Judgments judgments = Judgments.read(folder.resolve("qrels.txt"));
    return new RelevanceSet(name, folder.resolve(file), topics, judgments, false);
  }

  /** Known items: a headline that only one article has must find it by its body. */
  private static RelevanceSet headlines(Path data, String name) throws IOException {
    Path corpus = data.resolve("corpora").resolve(name + ".jsonl.gz");
    List<NewsText> texts = NewsText.read(corpus);
    Map<String, Long> times =
        texts.stream().collect(Collectors.groupingBy(NewsText::title, Collectors.counting()));
    List<NewsText> asked =
        texts.stream()
            .filter(text -> text.title().split(" ", -1).length >= LEAST_WORDS)
            .filter(text -> !text.body().isEmpty() && times.getOrDefault(text.title(), 0L) == 1)
            .collect(Collectors.toCollection(ArrayList::new));
    return knownItems(name + " headlines", corpus, asked, NewsText::title, true);
  }

  /** Known items: a summary that the body does not begin with must find its article. */
  private static RelevanceSet summaries(Path data, String name) throws IOException {
    Path corpus = data.resolve("corpora").resolve(name + ".jsonl.gz");
    List<NewsText> asked =
        NewsText.read(corpus).stream()
            .filter(text -> !text.body().isEmpty() && !repeats(text))
            .collect(Collectors.toCollection(ArrayList::new));
    return knownItems(
        name + " summaries", corpus, asked, text -> start(text.summary(), SUMMARY_WORDS), false);
  }

  private static boolean repeats(NewsText text) {
    List<String> summary = WordForms.words(text.summary());
    String start = String.join(" ", summary.subList(0, Math.min(8, summary.size())));
    return summary.size() < 8 || String.join(" ", WordForms.words(text.body())).contains(start);
  }

  private static String start(String text, int words) {
    List<String> all = List.of(text.split("\\s+", -1));
    return String.join(" ", all.subList(0, Math.min(words, all.size())));
  }

  private static RelevanceSet knownItems(
      String name,
      Path corpus,
      List<NewsText> items,
      Function<NewsText, String> question,
      boolean bodyOnly) {
    Collections.shuffle(items, new Random(SEED));
    List<Topic> topics = new ArrayList<>();
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    for (NewsText item : items.subList(0, Math.min(MOST_TOPICS, items.size()))) {
      String number = Integer.toString(topics.size() + 1);
      topics.add(new Topic(number, question.apply(item)));
      grades.put(number, Map.of(item.id(), 1));
    }
    return new RelevanceSet(name, corpus, topics, new Judgments(grades), bodyOnly);
  }
}
