package dev.dateline.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Which articles answer which topics.
 *
 * @param grades the grades of the judged articles by id, for each topic; an article answers the
 *     topic from grade 1 on, the better the higher
 */
public record Judgments(Map<String, Map<String, Integer>> grades) {

  /** The grades of a topic's articles; none if nothing was judged. */
  public Map<String, Integer> of(String topic) {
    return grades.getOrDefault(topic, Map.of());
  }

  /**
   * Reads TREC's file of judgments: {@code topic 0 id grade} on each line.
   *
   * @throws IOException if the file cannot be read, or if a line is no judgment
   */
  public static Judgments read(Path file) throws IOException {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    int number = 0;
    for (String line : new String(Files.readAllBytes(file), UTF_8).lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String[] parts = line.strip().split("\\s+", -1);
      try {
        grades
            .computeIfAbsent(parts[0], topic -> new HashMap<>())
            .put(parts[2], Integer.valueOf(parts[3]));
      } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
        throw new IOException(file + ", line " + number + ": not 'topic 0 id grade': " + line, e);
      }
    }
    return new Judgments(grades);
  }
}
