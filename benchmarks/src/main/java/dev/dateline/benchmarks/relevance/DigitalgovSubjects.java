package dev.dateline.benchmarks.relevance;

import dev.dateline.benchmarks.corpus.NewsText;
import dev.dateline.evaluation.Judgments;
import dev.dateline.evaluation.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Subjects that editors of digital.gov gave to 5 to 300 of its articles: {@code open data}. */
final class DigitalgovSubjects {

  private static final int FEWEST = 5;
  private static final int MOST = 300;

  private DigitalgovSubjects() {}

  static RelevanceSet in(Path corpus) throws IOException {
    Map<String, Map<String, Integer>> about = new TreeMap<>();
    for (JsonNode article : NewsText.json(corpus)) {
      for (JsonNode tag : article.path("tags")) {
        String question = tag.asString().toLowerCase(Locale.ROOT).replace('-', ' ');
        about
            .computeIfAbsent(question, name -> new HashMap<>())
            .put(article.path("id").asString(), 1);
      }
    }
    about.values().removeIf(grades -> grades.size() < FEWEST || grades.size() > MOST);
    List<Topic> topics =
        about.keySet().stream().map(question -> new Topic(question, question)).toList();
    return new RelevanceSet("digitalgov subjects", corpus, topics, new Judgments(about), false);
  }
}
