package dev.dateline.benchmarks.relevance;

import dev.dateline.benchmarks.corpus.NewsText;
import dev.dateline.evaluation.Judgments;
import dev.dateline.evaluation.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Subjects that several articles are about: a place and a topic that Reuters' editors gave them,
 * asked in two to five words, as in {@code japan trade}. Those with 5 to 100 articles.
 */
final class ReutersSubjects {

  private static final int FEWEST = 5;
  private static final int MOST = 100;

  /** Codes that are not the word for their topic. */
  private static final Map<String, String> TOPICS =
      Map.ofEntries(
          Map.entry("earn", "earnings"),
          Map.entry("acq", "acquisition"),
          Map.entry("money-fx", "foreign exchange"),
          Map.entry("crude", "crude oil"),
          Map.entry("interest", "interest rates"),
          Map.entry("ship", "shipping"),
          Map.entry("dlr", "dollar"),
          Map.entry("gnp", "gross national product"),
          Map.entry("veg-oil", "vegetable oil"),
          Map.entry("nat-gas", "natural gas"),
          Map.entry("bop", "balance of payments"),
          Map.entry("cpi", "consumer price index"),
          Map.entry("jobs", "unemployment"),
          Map.entry("carcass", "beef pork meat"),
          Map.entry("ipi", "industrial production"),
          Map.entry("gas", "gasoline"),
          Map.entry("alum", "aluminium"),
          Map.entry("pet-chem", "petrochemicals"),
          Map.entry("wpi", "wholesale prices"),
          Map.entry("orange", "orange juice"),
          Map.entry("housing", "housing starts"),
          Map.entry("retail", "retail sales"));

  private static final Map<String, String> PLACES =
      Map.of("usa", "U.S.", "uk", "Britain", "ussr", "Soviet");

  private ReutersSubjects() {}

  static RelevanceSet in(Path corpus) throws IOException {
    Map<String, Map<String, Integer>> about = new TreeMap<>();
    for (JsonNode article : NewsText.json(corpus)) {
      for (JsonNode place : article.path("places")) {
        for (JsonNode topic : article.path("tags")) {
          String question = words(place, PLACES) + " " + words(topic, TOPICS);
          about
              .computeIfAbsent(question, name -> new HashMap<>())
              .put(article.path("id").asString(), 1);
        }
      }
    }
    about.values().removeIf(grades -> grades.size() < FEWEST || grades.size() > MOST);
    List<Topic> topics = new ArrayList<>();
    about.keySet().forEach(question -> topics.add(new Topic(question, question)));
    return new RelevanceSet("reuters21578 subjects", corpus, topics, new Judgments(about), false);
  }

  private static String words(JsonNode code, Map<String, String> names) {
    return names.getOrDefault(code.asString(), code.asString().replace('-', ' '));
  }
}
