package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: what only the operating system can do to it. */
class ProcessTest {

  private static final Pattern LAST_WORDS =
      Pattern.compile("dateline: stopped; ([\\d,]+) articles are safe in the index");

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
}
