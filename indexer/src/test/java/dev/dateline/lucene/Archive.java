package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;

/** A small archive on disk: articles in several segments, some updated, some deleted. */
final class Archive {

  private static final Instant START = Instant.parse("2026-09-01T06:00:00Z");

  private Archive() {}

  static Article article(int number) {
    return Article.builder()
        .id("wire-" + number)
        .title("Ferry " + number + " sails again")
        .summary("Crews of pier " + number % 7 + " went back to work.")
        .body("The strike at pier " + number % 7 + " is over.", "Boat " + number + " left at dawn.")
        .source("Harbour Post")
        .authors("Ada Lindqvist", "Writer " + number % 5)
        .published(START.plus(number, ChronoUnit.HOURS))
        .build();
  }

  /** Writes articles with these numbers, in several segments. */
  static void write(Path folder, int from, int until) throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      for (int number = from; number < until; number++) {
        writer.add(article(number));
        if (number % 40 == 39) {
          writer.commit();
        }
      }
    }
  }

  /** Writes two hundred articles, of which some are written again and the first ten deleted. */
  static void make(Path folder) throws IOException {
    write(folder, 0, 200);
    write(folder, 50, 60);
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      for (int number = 0; number < 10; number++) {
        writer.delete("wire-" + number);
      }
    }
  }

  /** The ids of all articles. */
  static Set<String> ids(Path folder) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    Set<String> ids = new TreeSet<>();
    try (HeldGeneration held = index.hold();
        DirectoryReader reader = Generation.openReader(held.commit())) {
      new Documents(reader).forEach(article -> ids.add(article.id()));
    }
    return ids;
  }

  /** The files of the generation in use, but for the lock. */
  static List<Path> files(Path folder) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    try (Stream<Path> files = Files.list(index.path(index.current()))) {
      return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }

  /** Turns one bit of a file around. */
  static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
