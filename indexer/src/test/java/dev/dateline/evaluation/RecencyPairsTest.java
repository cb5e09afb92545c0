package dev.dateline.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.Recency;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most stated pairs of articles stand in the stated order, the fresh above or the old. */
class RecencyPairsTest {

  private static final Path ARTICLES =
      Path.of("src/test/resources/dev/dateline/recency/articles.jsonl");

  @TempDir Path folder;

  private ArticleIndex indexed(Path... files) throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      Ingest.read(List.of(files), outcome -> add(writer, outcome));
      writer.commit();
    }
    return Dateline.open(folder);
  }

  private static void add(ArticleWriter writer, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Read read) {
      writer.add(read.article());
    }
  }

  private static List<String> broken(ArticleIndex index, String pairs, Recency recency)
      throws IOException {
    List<String> broken = new ArrayList<>();
    for (RecencyPair pair : RecencyPair.read(pairs)) {
      if (!pair.isKept(pair.hits(index, recency))) {
        broken.add(pair.toString());
      }
    }
    return broken;
  }

  @Test
  void ofTheStatedPairsSevenOfEightAreKept() throws IOException {
    int stated = RecencyPair.read(RecencyPair.SAMPLES).size();
    assertTrue(stated >= 30);
    try (ArticleIndex index = indexed(Path.of("../samples"), ARTICLES)) {
      List<String> broken = broken(index, RecencyPair.SAMPLES, Recency.AUTO);
      assertTrue(broken.size() <= stated / 8, broken::toString);
      List<String> brokenWithout = broken(index, RecencyPair.SAMPLES, Recency.OFF);
      assertTrue(brokenWithout.size() > stated / 4, brokenWithout::toString);
    }
  }

  @Test
  void ofThoseOfDigitalgovThreeOfFourAreKeptWhereItIsAtHand() throws IOException {
    Path corpus =
        Path.of(System.getenv().getOrDefault("DATELINE_DATA", "data"))
            .resolve("corpora/digitalgov.jsonl.gz");
    assumeTrue(Files.exists(corpus), "DATELINE_DATA names no folder that has " + corpus);
    int stated = RecencyPair.read(RecencyPair.DIGITALGOV).size();
    try (ArticleIndex index = indexed(corpus)) {
      List<String> broken = broken(index, RecencyPair.DIGITALGOV, Recency.AUTO);
      assertTrue(broken.size() <= stated / 4, broken::toString);
    }
  }
}
