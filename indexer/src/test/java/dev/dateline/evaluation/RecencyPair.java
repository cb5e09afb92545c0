package dev.dateline.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Match;
import dev.dateline.index.Recency;
import dev.dateline.index.SearchRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What someone who edits news says of the order of two hits.
 *
 * @param asOf when the question is asked
 * @param above the id of the article that belongs above the other
 * @param below the id of the other
 */
public record RecencyPair(Instant asOf, String query, String above, String below, String why) {

  /** The pairs over the samples and the articles beside this list. */
  public static final String SAMPLES = "/dev/dateline/recency/pairs.tsv";

  /** The pairs over the articles of digital.gov, which are not part of the project. */
  public static final String DIGITALGOV = "/dev/dateline/recency/digitalgov.tsv";

  /** Reads a list of pairs: five columns, apart by tabs; a line from {@code #} on is a remark. */
  public static List<RecencyPair> read(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RecencyPair.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(row -> new RecencyPair(Instant.parse(row[0]), row[1], row[2], row[3], row[4]))
          .toList();
    }
  }

  /** All that is found, best first. */
  public List<RunHit> hits(ArticleIndex index, Recency recency) throws IOException {
    SearchRequest request =
        SearchRequest.builder().match(Match.ANY).recency(recency).asOf(asOf).build();
    return new TopicSearch(index, request, 1000)
        .run(List.of(new Topic(query, query)))
        .hits()
        .firstEntry()
        .getValue();
  }

  /** Whether the two stand in this order; not if one of them is missing. */
  public boolean isKept(List<RunHit> hits) {
    List<String> ids = hits.stream().map(RunHit::id).toList();
    int at = ids.indexOf(above);
    return at >= 0 && at < ids.indexOf(below);
  }
}
