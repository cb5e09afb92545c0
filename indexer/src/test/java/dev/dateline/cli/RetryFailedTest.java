package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What failed can be tried again, and what only looks never makes an index. */
class RetryFailedTest {

  private static final String GOOD = "{\"id\":\"a\",\"title\":\"Tide\"}\n";

  @TempDir Path folder;

  private Path index;

  @BeforeEach
  void name() {
    index = folder.resolve("index");
  }

  private Session run(String... arguments) {
    return Session.of(
        Stream.concat(Stream.of(arguments), Stream.of("--index", index.toString()))
            .toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private List<String> failures() throws IOException {
    return Files.readAllLines(index.resolve("failures.jsonl"));
  }

  @Test
  void aFileThatIsGoneIsNamedAndTheOthersAreRead() throws IOException {
    String gone = file("gone.jsonl", "{\n");
    String mended = file("mended.jsonl", "{\n");
    run("index", gone, mended);
    Files.delete(Path.of(gone));
    file("mended.jsonl", GOOD);

    Session retry = run("index", "--retry-failed");

    assertEquals(1, retry.code(), retry.err());
    assertEquals("skipped " + gone + ": it is no longer there\n", retry.err());
    assertTrue(retry.out().contains(": 1 added"), retry.out());
    assertEquals(1, failures().size(), "it may be on a disk that is not mounted");
    assertTrue(failures().getFirst().contains(gone));

    file("gone.jsonl", GOOD);
    assertEquals(0, run("index", "--retry-failed").code());
    assertFalse(Files.exists(index.resolve("failures.jsonl")));
  }

  @Test
  void aDryRunOfATryNamesWhatIsGoneToo() throws IOException {
    String gone = file("gone.jsonl", "{\n");
    run("index", gone);
    Files.delete(Path.of(gone));

    Session retry = run("index", "--retry-failed", "--dry-run");

    assertEquals(1, retry.code(), retry.err());
    assertEquals("skipped " + gone + ": it is no longer there\n", retry.err());
  }

  @Test
  void noIndexComesIntoBeingWhereNothingIsToBeWritten() throws IOException {
    String good = file("a.jsonl", GOOD);
    for (String[] command :
        new String[][] {
          {"index", "--retry-failed"},
          {"index", "--retry-failed", "--dry-run"},
          {"reindex", "--from-sources"},
          {"reindex", good, "--dry-run"},
          {"reindex", good, "--prune"},
        }) {
      Session session = run(command);

      assertEquals(3, session.code(), session.err());
      assertTrue(
          session.err().startsWith("dateline: there is no index at " + index), session.err());
      assertFalse(Files.exists(index), String.join(" ", command));
    }
    assertEquals(0, run("index", good, "--dry-run").code());
    assertFalse(Files.exists(index));
  }
}
