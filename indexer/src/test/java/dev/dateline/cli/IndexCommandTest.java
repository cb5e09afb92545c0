package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IndexCommandTest {

  private static final String GOOD =
      """
      {"id":"a","title":"Snow closes the pass"}
      {"id":"b","title":"Ploughs open the pass"}
      """;

  @TempDir Path folder;

  private Path index;

  @BeforeEach
  void name() {
    index = folder.resolve("index");
  }

  private Session index(String... paths) {
    return Session.of(
        Stream.concat(Stream.of("index", "--index", index.toString()), Stream.of(paths))
            .toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toString();
  }

  private long articles() throws IOException {
    try (ArticleIndex articles = Dateline.open(index)) {
      return articles.stats().articles();
    }
  }

  @Test
  void indexesFilesFoldersAndStandardInput() throws IOException {
    String one = file("one.jsonl", GOOD);
    file("more/two.json", "[{\"id\":\"c\",\"title\":\"Trains run late\"}]");

    Session session =
        Session.reading(
            "{\"id\":\"d\",\"title\":\"Trains run on time\"}\n",
            "index",
            one,
            folder.resolve("more").toString(),
            "-",
            "--index",
            index.toString());

    assertEquals(0, session.code(), session.err());
    assertEquals(4, articles());
    assertTrue(session.out().startsWith("4 documents in "), session.out());
    assertTrue(session.out().contains(": 4 added, 0 updated in " + index), session.out());
    assertEquals("", session.err());
  }

  @Test
  void updatesAnArticleThatIsThere() throws IOException {
    index(file("one.jsonl", GOOD));
    index(file("two.jsonl", "{\"id\":\"a\",\"title\":\"Snow melts on the pass\"}\n"));

    assertEquals(2, articles());
    try (ArticleIndex articles = Dateline.open(index)) {
      assertEquals("Snow melts on the pass", articles.find("a").orElseThrow().title());
    }
  }

  @Test
  void skipsWhatIsBrokenNamesItAndIndexesTheRest() throws IOException {
    String file = file("mixed.jsonl", GOOD + "{\"title\":\n[]\n");

    Session session = index(file);

    assertEquals(1, session.code());
    assertEquals(2, articles());
    List<String> failures = Files.readAllLines(index.resolve("failures.jsonl"));
    assertEquals(2, failures.size());
    JsonNode first = JsonMapper.shared().readTree(failures.getFirst());
    assertEquals(file, first.path("file").stringValue());
    assertEquals("line 3", first.path("where").stringValue());
    assertFalse(first.path("reason").stringValue().isBlank());
    assertTrue(session.err().startsWith("skipped " + file + ", line 3: "), session.err());
    assertTrue(session.out().contains("Skipped: 2"), session.out());
    assertTrue(session.out().contains("Named in " + index.resolve("failures.jsonl")));
  }

  @Test
  void aFileThatFailedIsNamedUntilItCanBeRead() throws IOException {
    index(file("broken.jsonl", GOOD + "{\n"), file("worse.jsonl", "{\n{\n"));
    assertEquals(3, Files.readAllLines(index.resolve("failures.jsonl")).size());

    Session good = index(file("one.jsonl", GOOD));
    assertEquals(0, good.code());
    assertTrue(good.out().contains("Failed before, and not read since: 3 ("), good.out());
    assertEquals(3, Files.readAllLines(index.resolve("failures.jsonl")).size());

    assertEquals(0, index(file("worse.jsonl", GOOD)).code());
    assertEquals(1, Files.readAllLines(index.resolve("failures.jsonl")).size());

    file("broken.jsonl", GOOD);
    assertEquals(0, index("--retry-failed").code());

    try (var files = Files.list(index)) {
      assertTrue(files.noneMatch(file -> file.toString().contains("failures")));
    }
  }

  @Test
  void writesFailuresWhereItIsTold() throws IOException {
    Path chosen = folder.resolve("chosen.jsonl");

    index(file("broken.jsonl", GOOD + "{\n"), "--failures", chosen.toString());

    assertEquals(1, Files.readAllLines(chosen).size());
    assertFalse(Files.exists(index.resolve("failures.jsonl")));
  }

  @Test
  void passesOverAFileThatHoldsNoArticlesAndNamesIt() throws IOException {
    file("in/one.jsonl", GOOD);
    file("in/picture.png", "\u0089PNG\0\0");

    Session session = index(folder.resolve("in").toString());

    assertEquals(0, session.code());
    assertTrue(session.out().contains("Files passed over: 1"), session.out());
    assertTrue(session.err().contains("passed over " + folder.resolve("in/picture.png")));
  }

  @Test
  void tellsAProgramWhatBecameOfEachDocument() throws IOException {
    Session session = index(file("mixed.jsonl", GOOD + "{\n"), "--format", "json");

    assertEquals(1, session.out().lines().count());
    JsonNode summary = JsonMapper.shared().readTree(session.out());
    assertEquals(3, summary.path("read").intValue());
    assertEquals(2, summary.path("indexed").intValue());
    assertEquals(1, summary.path("skipped").intValue());
    assertEquals(1, summary.path("skippedFor").size());
    assertEquals(0, summary.path("passedOver").intValue());
    assertEquals(
        index.resolve("failures.jsonl").toString(), summary.path("failures").stringValue());
    assertTrue(summary.path("seconds").doubleValue() > 0);
  }

  @Test
  void doesNotReadTheIndexItself() throws IOException {
    file("one.jsonl", GOOD);
    index(folder.toString());

    Session again = index(folder.toString());

    assertEquals(0, again.code(), again.err());
    assertEquals(2, articles());
    assertEquals("", again.err());
  }

  @Test
  void doesNothingWhenAPathDoesNotExist() throws IOException {
    String missing = folder.resolve("missing.jsonl").toString();

    Session session = index(file("one.jsonl", GOOD), missing);

    assertEquals(2, session.code());
    assertTrue(session.err().startsWith("dateline: " + missing + " does not exist\n"));
    assertFalse(Files.exists(index));
  }

  @Test
  void saysWhoHoldsAnIndexThatIsBeingWritten() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(index)) {
      Session session = index(file("one.jsonl", GOOD));

      assertEquals(3, session.code());
      assertEquals(1, session.err().lines().count(), session.err());
      writer.commit();
    }
    assertEquals(0, articles());
  }

  @Test
  void showsNoControlCharacterOfABrokenFile() throws IOException {
    Session session = index(file("mixed.jsonl", GOOD + "{\"\u001b[31m\n"));

    assertFalse(session.err().contains("\u001b"), session.err());
    assertFalse(session.out().contains("\u001b"), session.out());
  }
}
