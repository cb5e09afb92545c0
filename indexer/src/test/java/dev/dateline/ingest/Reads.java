package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Short words for the tests: what becomes of this input? */
final class Reads {

  private Reads() {}

  static List<Outcome> outcomes(Path... paths) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    Ingest.read(List.of(paths), outcomes::add);
    return outcomes;
  }

  static List<Outcome> outcomes(String name, InputStream in) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    Ingest.read(name, in, outcomes::add);
    return outcomes;
  }

  static List<Outcome> outcomes(String name, byte[] bytes) throws IOException {
    return outcomes(name, new ByteArrayInputStream(bytes));
  }

  static List<Outcome> outcomes(String name, String text) throws IOException {
    return outcomes(name, text.getBytes(UTF_8));
  }

  static Article article(String name, String text) throws IOException {
    List<Outcome> outcomes = outcomes(name, text);
    assertEquals(1, outcomes.size(), () -> "outcomes of " + name + ": " + outcomes);
    return article(outcomes.getFirst());
  }

  static Article article(Outcome outcome) {
    return assertInstanceOf(Outcome.Read.class, outcome).article();
  }

  /** The article of a JSON object in which {@code '} stands for a double quote. */
  static Article json(String object) {
    return article(Ingest.json(object.replace('\'', '"').getBytes(UTF_8)));
  }

  static Outcome.Malformed malformedJson(String object) {
    return malformed(Ingest.json(object.replace('\'', '"').getBytes(UTF_8)));
  }

  static Outcome.Malformed malformed(Outcome outcome) {
    return assertInstanceOf(Outcome.Malformed.class, outcome);
  }

  static Outcome.PassedOver passedOver(Outcome outcome) {
    return assertInstanceOf(Outcome.PassedOver.class, outcome);
  }

  /** What became of each piece, in a word: {@code id of the article}, or {@code where: reason}. */
  static List<String> summary(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(
            outcome ->
                switch (outcome) {
                  case Outcome.Read read -> read.article().id();
                  case Outcome.Malformed bad -> bad.where() + ": " + bad.reason();
                  case Outcome.PassedOver passed -> "passed over: " + passed.reason();
                })
        .toList();
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
