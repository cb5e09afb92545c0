package dev.dateline.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What was found for each topic, best first.
 *
 * @param hits the hits of each topic by its number; a topic without hits has an empty list
 */
public record Run(SequencedMap<String, List<RunHit>> hits) {

  /** The ids of a topic's hits, best first. */
  public List<String> ids(String topic) {
    return hits.getOrDefault(topic, List.of()).stream().map(RunHit::id).toList();
  }

  /**
   * Reads TREC's file of a run: {@code topic Q0 id rank score name} on each line. The order is that
   * of trec_eval: by score, which is a float, and of equal ones by the greater id; the rank has no
   * bearing.
   *
   * @throws IOException if the file cannot be read, or if a line is no hit
   */
  public static Run read(Path file) throws IOException {
    SequencedMap<String, List<RunHit>> hits = new LinkedHashMap<>();
    int number = 0;
    for (String line : new String(Files.readAllBytes(file), UTF_8).lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String[] parts = line.strip().split("\\s+", -1);
      try {
        hits.computeIfAbsent(parts[0], topic -> new ArrayList<>())
            .add(new RunHit(parts[2], Float.parseFloat(parts[4])));
      } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
        throw new IOException(
            file + ", line " + number + ": not 'topic Q0 id rank score name': " + line, e);
      }
    }
    Comparator<RunHit> order =
        Comparator.comparingDouble(RunHit::score).thenComparing(RunHit::id).reversed();
    hits.values().forEach(list -> list.sort(order));
    return new Run(hits);
  }

  /**
   * Writes the file that {@link #read} and trec_eval read. Scores that do not fall from hit to hit
   * are lowered to the next float that does, so that trec_eval keeps the order.
   *
   * @param name what the run is called in the file, without a blank
   */
  public void write(Path file, String name) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (String topic : hits.keySet()) {
        float last = Float.MAX_VALUE;
        int rank = 0;
        for (RunHit hit : hits.get(topic)) {
          last = Math.min(hit.score(), Math.nextDown(last));
          writer.write(topic + " Q0 " + hit.id() + " " + ++rank + " " + last + " " + name + "\n");
        }
      }
    }
  }
}
