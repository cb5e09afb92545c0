package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: what only the operating system can do to it. */
class ProcessTest {

  private static final Pattern LAST_WORDS =
      Pattern.compile("dateline: stopped; ([\\d,]+) articles are safe in the index");

  private static final int FILES = 6;
  private static final int LINES = 4000;

  /** In each file. */
  private static final int FAILURES = 4;

  @TempDir Path folder;

  private ProcessBuilder dateline(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().put("DATELINE_INDEX", folder.resolve("index").toString());
    return process
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile());
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void cutOffItSaysHowManyArticlesAreSafeAndTheyAre() throws Exception {
    Process process = dateline("index", "-").start();
    int sent = 0;
    try (BufferedWriter articles = process.outputWriter(UTF_8)) {
      for (; process.isAlive(); sent++) {
        articles.write("{\"id\":\"%d\",\"title\":\"Tide %d\"}\n".formatted(sent, sent));
        // More than pipe and buffers hold, so that the program is reading.
        if (sent == 20_000) {
          process.destroy();
        }
      }
    } catch (IOException gone) {
      // The pipe ends with the process.
    }
    process.waitFor();

    Matcher said = LAST_WORDS.matcher(read("err"));
    assertTrue(said.find(), read("err"));
    try (ArticleIndex index = Dateline.open(folder.resolve("index"))) {
      assertEquals(Long.parseLong(said.group(1).replace(",", "")), index.stats().articles());
    }
  }

  /** Three times, and ten in a deep check. */
  @Test
  void killedAtAnyMomentAndRunAgainItEndsWithTheSameArticles() throws Exception {
    writeFiles();
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int kill = 0; kill < (Boolean.getBoolean("dateline.deep") ? 10 : 3); kill++) {
      Process process = dateline("index", "in").start();
      process.waitFor(500 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }

    int code = dateline("index", "in").start().waitFor();

    String context = "dateline.seed=" + seed + " " + read("err");
    assertTrue(code < 2, context);
    try (ArticleIndex index = Dateline.open(folder.resolve("index"))) {
      assertEquals(FILES * (LINES - FAILURES), index.stats().articles(), context);
    }
    try (Stream<String> failures = Files.lines(folder.resolve("index/failures.jsonl"))) {
      assertEquals(FILES * FAILURES, failures.distinct().count(), context);
    }
  }

  private void writeFiles() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    for (int file = 0; file < FILES; file++) {
      StringBuilder lines = new StringBuilder();
      for (int line = 0; line < LINES; line++) {
        lines.append(
            line % (LINES / FAILURES) == 7
                ? "{\"title\":\n"
                : "{\"id\":\"%d-%d\",\"title\":\"Tide %d\"}\n".formatted(file, line, line));
      }
      Files.writeString(in.resolve(file + ".jsonl"), lines);
    }
  }

  @Test
  void theIndexIsTheOneThatTheEnvironmentNames() throws Exception {
    Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"Tide\"}\n");

    assertEquals(0, dateline("index", "a.jsonl").start().waitFor(), read("err"));
    assertEquals(0, dateline("search", "tide").start().waitFor(), read("err"));

    assertTrue(Files.isDirectory(folder.resolve("index")));
    assertTrue(read("out").contains("Tide"), read("out"));
  }

  @Test
  void aReaderThatGoesAwayIsNoError() throws Exception {
    Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"Tide\"}\n");
    assertEquals(0, dateline("index", "a.jsonl").start().waitFor(), read("err"));

    Process search =
        dateline("search", "tide").redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    search.getInputStream().close();

    assertEquals(0, search.waitFor());
    assertEquals("", read("err"));
  }

  private void indexMany() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      lines.append(
          "{\"id\":\"%d\",\"title\":\"Tide %d\",\"body\":\"%s\"}\n"
              .formatted(i, i, "x ".repeat(99)));
    }
    Files.writeString(folder.resolve("many.jsonl"), lines);
    assertEquals(0, dateline("index", "many.jsonl").start().waitFor(), read("err"));
  }

  @Test
  void anExportOfWhichEnoughWasReadIsNoError() throws Exception {
    indexMany();
    Process export = dateline("export").redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    try (BufferedReader head = export.inputReader(UTF_8)) {
      assertTrue(head.readLine().startsWith("{\"id\":"));
    }

    assertEquals(0, export.waitFor());
    assertEquals("", read("err"));
  }

  @Test
  void anExportThatIsCutOffSaysHowFarItCame() throws Exception {
    indexMany();
    Process export = dateline("export").redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    assertEquals('{', export.getInputStream().read()); // and no more, so that it waits
    export.destroy();

    assertEquals(143, export.waitFor());
    assertTrue(
        Pattern.matches(
            "dateline: stopped; [\\d,]+ of 3,000 articles were written\\n", read("err")),
        read("err"));
  }

  /** Linux has a device that is always full. */
  @Test
  void aFullDiskIsSaidToBeSo() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    indexMany();

    int out = dateline("export").redirectOutput(full.toFile()).start().waitFor();
    assertEquals(3, out, read("err"));
    assertTrue(read("err").contains("No space left on device"), read("err"));
    assertFalse(read("err").contains("exported"), read("err"));

    int file = dateline("export", "--output", full.toString()).start().waitFor();
    assertEquals(3, file, read("err"));
    assertTrue(
        read("err").contains("/dev/full was not written: No space left on device"), read("err"));
  }
}
