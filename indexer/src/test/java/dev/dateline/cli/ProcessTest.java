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
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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

  private RunningProgram program;

  @BeforeEach
  void name() {
    program = new RunningProgram(folder);
  }

  private ProcessBuilder dateline(String... arguments) {
    return program.command(arguments);
  }

  private String read(String name) throws IOException {
    return program.read(name);
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

  /** Four times, and ten in a deep check. Stopped, it leaves a file half read; killed, anything. */
  @Test
  void stoppedAndKilledAtAnyMomentAndRunAgainItEndsWithTheSameArticles() throws Exception {
    writeFiles();
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int kill = 0; kill < (Boolean.getBoolean("dateline.deep") ? 10 : 4); kill++) {
      Process process = dateline("index", "in").start();
      process.waitFor(500 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      (kill % 2 == 0 ? process.destroyForcibly() : stop(process)).waitFor();
    }

    int code = dateline("index", "in").start().waitFor();

    String context = "dateline.seed=" + seed + " " + read("err");
    assertTrue(code < 2, context);
    try (ArticleIndex index = Dateline.open(folder.resolve("index"))) {
      assertEquals(FILES * (LINES - FAILURES), index.stats().articles(), context);
      for (int article = 0; article < 200; article++) {
        String id = random.nextInt(FILES) + "-" + random.nextInt(LINES);
        String number = id.substring(2);
        if (!isFailure(Integer.parseInt(number))) {
          assertEquals("Tide " + number, index.find(id).orElseThrow().title(), context);
        }
      }
    }
    try (Stream<String> failures = Files.lines(folder.resolve("index/failures.jsonl"))) {
      assertEquals(FILES * FAILURES, failures.distinct().count(), context);
    }
  }

  private static Process stop(Process process) {
    process.destroy();
    return process;
  }

  private static boolean isFailure(int line) {
    return line % (LINES / FAILURES) == 7;
  }

  private void writeFiles() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    for (int file = 0; file < FILES; file++) {
      StringBuilder lines = new StringBuilder();
      for (int line = 0; line < LINES; line++) {
        lines.append(
            isFailure(line)
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

  @Test
  void anIndexThatIsItsOwnInputIsNotReadAndStaysLocked() throws Exception {
    Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"Tide\"}\n");
    assertEquals(0, dateline("index", "a.jsonl").start().waitFor(), read("err"));

    Process reading = dateline("index", "index", "index/write.lock", "-").start();
    try (BufferedWriter articles = reading.outputWriter(UTF_8)) {
      // More than pipe and buffers hold, so that what was named before it has been read.
      for (int sent = 0; sent < 20_000; sent++) {
        articles.write("{\"id\":\"%d\",\"title\":\"Tide %d\"}\n".formatted(sent, sent));
      }
      articles.flush();
      Process second =
          dateline("index", "a.jsonl").redirectError(folder.resolve("second").toFile()).start();
      assertEquals(3, second.waitFor());
      assertTrue(read("second").contains("is being written by process"), read("second"));
    }
    assertEquals(1, reading.waitFor());
    assertTrue(read("err").contains("index/write.lock: it belongs to the index"), read("err"));
  }

  @Test
  void whatAShellPipesIsReadEachTimeAndKept() throws Exception {
    Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"Tide\"}\n");
    String line = "dateline index <(cat a.jsonl) --keep-source --format json";

    for (int time = 0; time < 2; time++) {
      assertEquals(0, program.shell(line).start().waitFor(), read("err"));
      assertTrue(read("out").contains("\"read\":1,"), read("out"));
    }

    assertEquals(0, dateline("reindex", "--from-sources").start().waitFor(), read("err"));
    assertTrue(read("out").startsWith("1 document in "), read("out"));
  }

  @Test
  void cutOffWhileALargeFileIsKeptItEndsAtOnce() throws Exception {
    Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"Tide\"}\n");
    try (RandomAccessFile large = new RandomAccessFile(folder.resolve("b.bin").toFile(), "rw")) {
      large.setLength(1L << 40); // takes no room on disk, and hours to be kept
    }
    Process process = dateline("index", "--keep-source", "a.jsonl", "b.bin").start();
    while (process.isAlive() && !isBeingKept()) {
      Thread.sleep(20);
    }

    process.destroy();

    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it waits for the file");
    assertTrue(LAST_WORDS.matcher(read("err")).find(), read("err"));
    assertEquals(1, read("err").lines().count(), read("err"));
    try (ArticleIndex index = Dateline.open(folder.resolve("index"))) {
      assertEquals(1, index.stats().articles());
    }
  }

  /** More than the small file is on disk. */
  private boolean isBeingKept() throws IOException {
    Path sources = folder.resolve("index/sources");
    if (!Files.exists(sources)) {
      return false;
    }
    try (Stream<Path> files = Files.list(sources)) {
      return files.anyMatch(file -> file.toString().endsWith(".fdt") && file.toFile().length() > 0);
    }
  }
}
