package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was read with {@code --keep-source} can be extracted again without its files. */
class KeptSourcesTest {

  /** A file that can be opened and not be read, also by an administrator. */
  private static final Path UNREADABLE = Path.of("/proc/self/mem");

  private static final String TIDE = "{\"id\":\"a\",\"title\":\"Tide\"}\n";
  private static final String EBB = "{\"id\":\"b\",\"title\":\"Ebb\"}\n";

  @TempDir Path folder;

  private Path index;

  @BeforeEach
  void name() {
    index = folder.resolve("index");
  }

  private JsonNode run(int code, String input, String... arguments) {
    Session session =
        Session.reading(
            input,
            Stream.concat(
                    Stream.of(arguments),
                    Stream.of("--index", index.toString(), "--format", "json"))
                .toArray(String[]::new));
    assertEquals(code, session.code(), session.err());
    return JsonMapper.shared().readTree(session.out());
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private long extractedAgain() {
    return run(0, "", "reindex", "--from-sources").path("read").longValue();
  }

  @Test
  void theStandardInputIsKeptToo() throws IOException {
    run(0, TIDE + EBB, "index", "--keep-source", "-");
    assertEquals(2, extractedAgain());

    run(0, TIDE, "index", "--keep-source", "-", file("b.jsonl", EBB));
    assertEquals(4, extractedAgain());
    try (Stream<Path> files = Files.list(index)) {
      Set<String> names =
          Set.of(
              "current", "generations", "sources", "write.lock", "writer", "written-since-2-to-3");
      assertEquals(names, Set.copyOf(files.map(file -> file.getFileName().toString()).toList()));
    }
  }

  @Test
  void whatTheStandardInputHeldIsKeptAlsoWhereItIsNoArticle() {
    assertEquals(
        1, run(1, "{\"title\":\n" + TIDE, "index", "--keep-source", "-").path("skipped").asInt());
    run(0, "\u0000\u0001", "index", "--keep-source", "-");

    JsonNode again = run(1, "", "reindex", "--from-sources");

    assertEquals(1, again.path("skipped").intValue());
    assertEquals(1, again.path("passedOver").intValue());
  }

  @Test
  void aFileThatWasReadBeforeWithoutKeepingItIsKept() throws IOException {
    String file = file("a.jsonl", TIDE);
    run(0, "", "index", file);

    JsonNode keeping = run(0, "", "index", "--keep-source", file);
    assertEquals(1, keeping.path("unchanged").intValue());
    assertEquals(1, extractedAgain());

    assertEquals(1, run(0, "", "index", "--keep-source", file).path("unchangedFiles").intValue());
    run(0, "", "index", "--all", file);
    assertEquals(1, run(0, "", "index", "--keep-source", file).path("unchangedFiles").intValue());
  }

  @Test
  void aFileThatCannotBeKeptIsNamedAndTheOthersAreRead() throws IOException {
    assumeTrue(Files.exists(UNREADABLE));

    JsonNode summary =
        run(1, "", "index", "--keep-source", UNREADABLE.toString(), file("b.jsonl", EBB));

    assertEquals(1, summary.path("added").intValue());
    assertTrue(Files.readString(index.resolve("failures.jsonl")).contains(UNREADABLE.toString()));
    assertEquals(1, extractedAgain());
  }

  @Test
  void aFileThatCouldNotBeReadIsTriedAgainByTheNextRun() throws IOException {
    assumeTrue(Files.exists(UNREADABLE));
    String[] command = {"index", UNREADABLE.toString(), file("b.jsonl", EBB)};
    run(1, "", command);

    JsonNode again = run(1, "", command);

    assertEquals(1, again.path("unchangedFiles").intValue());
    assertEquals(1, again.path("skipped").intValue());
  }
}
