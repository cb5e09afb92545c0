package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.lucene.Migration;
import dev.dateline.lucene.OldIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that cannot write any more says why, and loses nothing. The operating system is told to
 * refuse files beyond a size, as it does where a disk is full.
 */
class FullDiskTest {

  private static final int FILES = 4;
  private static final int LINES = 1500;

  @TempDir Path folder;

  private RunningProgram program;

  @BeforeEach
  void writeArticles() throws IOException {
    program = new RunningProgram(folder);
    Path in = Files.createDirectory(folder.resolve("in"));
    for (int file = 0; file < FILES; file++) {
      StringBuilder lines = new StringBuilder();
      for (int line = 0; line < LINES; line++) {
        lines.append(
            "{\"id\":\"%d-%d\",\"title\":\"Tide %x\"}\n"
                .formatted(file, line, 31L * line * line * line));
      }
      lines.append("{\"title\":\n");
      Files.writeString(in.resolve(file + ".jsonl"), lines);
    }
  }

  private int run(String line) throws Exception {
    return program.shell(line).start().waitFor();
  }

  @Test
  void theReasonIsSaidAndWithRoomNothingIsMissing() throws Exception {
    assertEquals(3, run("ulimit -f 20; dateline index in"));

    String said = program.read("err");
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.contains("File too large"), said);
    assertTrue(said.contains("0 articles are safe in the index"), said);

    assertEquals(1, run("dateline index in"), program.read("err"));
    try (ArticleIndex index = Dateline.open(program.index())) {
      assertEquals(FILES * LINES, index.stats().articles());
    }
    assertEquals(FILES, Files.readAllLines(program.index().resolve("failures.jsonl")).size());
  }

  @Test
  void aSourceThatCannotBeKeptEndsTheRunWithItsReason() throws Exception {
    assertEquals(
        3, run("ulimit -f 20; head -c 900000 /dev/urandom | dateline index --keep-source -"));

    String said = program.read("err");
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.contains("File too large"), said);
  }

  /** Nothing is to be removed by hand. */
  @Test
  void aMigrationWithoutRoomLeavesTheIndexOfTheEarlierVersionAndIsDoneAgain() throws Exception {
    try (ArticleWriter writer = Dateline.openWriter(program.index())) {
      for (int number = 0; number < LINES; number++) {
        writer.add(
            Article.builder()
                .id("tide-" + number)
                .title("Tide %x".formatted(31L * number * number * number))
                .build());
      }
    }
    OldIndex.markAs("6", program.index());

    assertEquals(3, run("ulimit -f 20; dateline reindex"));

    String said = program.read("err");
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.contains("File too large"), said);
    assertEquals(
        "1", Files.readString(program.index().resolve("current")).lines().findFirst().get());
    assertEquals(List.of(1L), OldIndex.generations(program.index()));
    assertTrue(Migration.isDue(program.index()));
    assertEquals(LINES, Migration.articles(program.index()));

    assertEquals(0, run("dateline reindex"), program.read("err"));
    try (ArticleIndex index = Dateline.open(program.index())) {
      assertEquals(LINES, index.stats().articles());
    }
  }
}
