package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeleteCommandTest {

  @TempDir private Path folder;

  private Path index;
  private Path articles;

  @BeforeEach
  void indexThreeArticles() throws IOException {
    index = folder.resolve("news");
    articles = folder.resolve("articles.jsonl");
    Files.writeString(
        articles,
        """
        {"id":"mill","title":"The mill stands","source":"Harbour Post","published":"2026-01-02"}
        {"id":"ferry","title":"The ferry sails","source":"Harbour Post","published":"2026-03-04"}
        {"id":"bridge","title":"The bridge opens","source":"Sea Wire","published":"2026-05-06"}
        """);
    assertEquals(0, run("index", articles.toString(), "--keep-source").code());
  }

  private Session run(String command, String... arguments) {
    return Session.of(
        Stream.concat(Stream.of(command, "--index", index.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private Session done(String command, String... arguments) {
    Session session = run(command, arguments);
    assertEquals(0, session.code(), session.err());
    return session;
  }

  private List<String> found() throws IOException {
    try (ArticleIndex open = Dateline.open(index)) {
      List<String> found = new java.util.ArrayList<>();
      for (String id : List.of("mill", "ferry", "bridge")) {
        if (open.find(id).isPresent()) {
          found.add(id);
        }
      }
      return found;
    }
  }

  @Test
  void deletesByIdAndSaysWhatWasNotThere() throws IOException {
    Session session = done("delete", "mill", "mil");
    assertTrue(session.out().startsWith("1 article deleted from "), session.out());
    assertTrue(session.err().contains("there was no mil\n"), session.err());
    assertEquals(List.of("ferry", "bridge"), found());
  }

  @Test
  void listsWhatAQueryAndFiltersWouldDelete() throws IOException {
    Session session = done("delete", "--source", "Harbour Post", "--dry-run");
    assertEquals(
        """
        ferry  2026-03-04  Harbour Post  The ferry sails
        mill  2026-01-02  Harbour Post  The mill stands
        2 articles would be deleted; the index is as it was.
        """,
        session.out());
    assertEquals(3, found().size());
    String json =
        done("delete", "--query", "ferry", "--to", "2026-04-01", "--dry-run", "--format", "json")
            .out();
    assertTrue(json.startsWith("{\"count\":1,\"wouldDelete\":[{\"id\":\"ferry\","), json);
  }

  @Test
  void deletesByQueryOnlyIfThatIsConfirmed() throws IOException {
    Session refused = run("delete", "--source", "Harbour Post");
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("Delete 2 articles"), refused.err());
    assertEquals(3, found().size());
    done("delete", "--source", "Harbour Post", "--yes");
    assertEquals(List.of("bridge"), found());
  }

  @Test
  void aQueryIsNotRelaxed() throws IOException {
    done("delete", "--query", "ferry volcano", "--yes");
    assertEquals(3, found().size());
  }

  @Test
  void nothingIsDeletedWhereNothingWasAskedFor() {
    assertEquals(2, run("delete", "--yes").code());
    assertEquals(2, run("delete", "--query", "", "--yes").code());
    assertEquals(2, run("delete", "--query", "*", "--match", "any", "--yes").code());
    assertEquals(2, run("delete", "mill", "--withdrawn").code());
    assertEquals(2, run("delete", "--ordr-by", "x").code());
    Path none = folder.resolve("none");
    assertEquals(3, Session.of("delete", "a", "--index", none.toString()).code());
    assertTrue(Files.notExists(none));
  }

  @Test
  void aPurgedArticleStaysAwayWhateverIsReadAgain() throws IOException {
    Path backups = folder.resolve("backups");
    done("backup", backups.toString());
    done("reindex");

    Session session = done("delete", "mill", "--purge", "--yes", "--backups", backups.toString());

    assertTrue(session.out().contains("1 article purged"), session.out());
    assertTrue(session.out().contains("kept source removed as a whole: " + articles));
    assertTrue(session.out().contains("not touched, and was read from: " + articles));
    assertFalse(session.out().contains("may remain"), session.out());
    done("index", articles.toString(), "--all");
    done("reindex", articles.toString());
    done("rollback");
    assertEquals(List.of("ferry", "bridge"), found());
    done("restore", backups.toString(), "--replace");
    assertEquals(List.of("ferry", "bridge"), found());
    assertEquals(0, done("verify").code());
  }

  @Test
  void backupsThatAreBusyAreNamedAndThePurgeCanBeRepeated() throws IOException {
    Path backups = folder.resolve("backups");
    done("backup", backups.toString());
    String[] purge = {"mill", "--purge", "--yes", "--backups", backups.toString()};
    try (FileChannel other =
            FileChannel.open(backups.resolve("backup.lock"), StandardOpenOption.WRITE);
        FileLock held = other.lock()) {
      assertTrue(held.isValid());
      String busy = done("delete", purge).out();
      assertTrue(busy.contains("may remain in " + backups + ": another backup"), busy);
    }
    assertEquals(List.of("ferry", "bridge"), found());
    assertFalse(done("delete", purge).out().contains("may remain"));
  }

  @Test
  void aKeptSourceThatCannotBeReadToItsEndIsNamed() throws IOException {
    Path torn = folder.resolve("torn.jsonl");
    Files.writeString(
        torn,
        """
        {"id":"quay","title":"The quay is built"}
        {"id":"mill","title":"The mill sta\
        """);
    run("index", torn.toString(), "--keep-source");

    String out = done("delete", "mill", "--purge", "--yes").out();

    assertTrue(out.contains("kept source removed as a whole: " + articles), out);
    String remains = "may remain in " + index.resolve("sources") + ", where this is kept: ";
    assertTrue(out.contains(remains + torn + " line 2 "), out);
    String json = done("delete", "ferry", "--purge", "--yes", "--format", "json").out();
    assertTrue(json.contains("torn.jsonl line 2"), json);
    assertFalse(done("delete", "quay", "--purge", "--yes").out().contains("may remain in"));
  }

  @Test
  void backupsThatAreNotThereAreToldBeforeAnythingIsPurged() throws IOException {
    String slip = folder.resolve("bakcups").toString();
    Session session = run("delete", "mill", "--purge", "--yes", "--backups", slip);
    assertEquals(3, session.code());
    assertTrue(session.err().contains(slip), session.err());
    assertEquals(List.of("mill", "ferry", "bridge"), found());
  }

  @Test
  void whatIsWithdrawnCanBePurgedToo() throws IOException {
    String kill = "{\"id\":\"mill\",\"title\":\"The mill stands\",\"status\":\"withdrawn\"}";
    Path file = Files.writeString(folder.resolve("kill.jsonl"), kill);
    done("index", file.toString());
    assertEquals(List.of("ferry", "bridge"), found());

    Session session = done("delete", "--purge", "--withdrawn", "--yes", "--format", "json");

    assertTrue(session.out().startsWith("{\"purged\":1,"), session.out());
    assertTrue(session.out().contains("\"readFrom\":[\"" + file + "\"]"), session.out());
  }
}
