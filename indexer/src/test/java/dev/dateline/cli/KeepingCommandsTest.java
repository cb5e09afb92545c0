package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify}, {@code backup} and {@code restore}. */
class KeepingCommandsTest {

  @TempDir private Path folder;

  private String index;
  private String backups;

  @BeforeEach
  void index() throws IOException {
    index = folder.resolve("news").toString();
    backups = folder.resolve("backups").toString();
    Path articles = folder.resolve("articles.jsonl");
    Files.writeString(
        articles,
        """
        {"id":"a","title":"Ferry strike ends","body":"Crews went back to work."}
        {"id":"b","title":"Ferry strike begins","body":"Crews walked out."}
        """);
    assertEquals(0, Session.of("index", articles.toString(), "--index", index).code());
  }

  private void damage(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root, "generations"))) {
      Path file = files.filter(f -> f.toString().endsWith(".cfs")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
  }

  @Test
  void aSoundIndexIsSaidToBeSound() {
    Session session = Session.of("verify", "--index", index);

    assertEquals(0, session.code(), session.err());
    // Two threads write; the second may have had a segment of its own.
    assertTrue(session.out().matches("(?s).*\\b2 articles in [12] segments.*"), session.out());
    assertTrue(session.out().contains("Sound: 2 articles"), session.out());
    String json = Session.of("verify", "--index", index, "--format", "json").out();
    assertTrue(json.startsWith("{\"sound\":true,"), json);
  }

  @Test
  void damageIsNamedAndWhatCanBeReadIsSaved() throws IOException {
    damage(index);

    Session session = Session.of("verify", "--index", index, "--salvage");

    assertEquals(1, session.code(), session.err());
    assertTrue(
        session.out().matches("(?s).*damaged: generations/1/_[01]\\.cfs: .*"), session.out());
    assertTrue(session.out().contains("into generation 2; "), session.out());
    assertEquals(0, Session.of("verify", "--index", index).code());
  }

  @Test
  void whereNothingCanBeSavedTheDamageIsToldAndWhatToDoAndThatIsTheWay() throws IOException {
    Path articles = folder.resolve("articles.jsonl");
    String[] keep = {"index", articles.toString(), "--index", index, "--keep-source", "--all"};
    assertEquals(0, Session.of(keep).code());
    Path generations = Path.of(index, "generations");
    try (Stream<Path> files = Files.walk(generations)) {
      Path commit =
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).findFirst().get();
      Files.write(commit, new byte[(int) Files.size(commit)]);
    }

    Session session = Session.of("verify", "--index", index, "--salvage");

    assertEquals(3, session.code());
    assertTrue(session.out().contains("damaged: generations/1: "), session.out());
    assertTrue(session.err().contains("nothing can be saved of the articles"), session.err());
    Session json = Session.of("verify", "--index", index, "--salvage", "--format", "json");
    assertTrue(json.out().startsWith("{\"sound\":false,"), json.out());

    // As it says.
    Files.move(generations, folder.resolve("generations"));
    Files.move(Path.of(index, "current"), folder.resolve("current"));
    Files.writeString(articles, "{\"id\":\"c\",\"title\":\"Ferry sails\"}\n");
    assertEquals(0, Session.of("index", articles.toString(), "--index", index, "--all").code());
    Session again = Session.of("reindex", "--from-sources", "--index", index);
    assertEquals(0, again.code(), again.err());
    String all = Session.of("export", "--index", index).out();
    assertTrue(all.contains("strike ends") && all.contains("Ferry sails"), all);
  }

  @Test
  void aBackupIsMadeAndRestored() throws IOException {
    Session backup = Session.of("backup", backups, "--index", index);
    assertEquals(0, backup.code(), backup.err());
    assertTrue(backup.out().startsWith("2 articles are in " + backups), backup.out());
    damage(index);

    Session refused = Session.of("restore", backups, "--index", index);
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("--replace"), refused.err());

    Session restored = Session.of("restore", backups, "--index", index, "--replace");
    assertEquals(0, restored.code(), restored.err());
    assertTrue(Session.of("search", "ferry", "--index", index).out().contains("Ferry strike"));
  }

  @Test
  void damageInTheBackupBeforeIsToldAndNotHandedOn() throws IOException {
    assertEquals(0, Session.of("backup", backups, "--index", index).code());
    damage(backups(0).toString());

    Session second = Session.of("backup", backups, "--index", index);

    assertEquals(0, second.code(), second.err());
    String told = "damaged in the backup before, and copied again: " + backups(0);
    assertTrue(second.out().contains(told), second.out());
    assertEquals(0, Session.of("verify", "--index", backups(1).toString()).code());
    String json = Session.of("backup", backups, "--index", index, "--format", "json").out();
    assertTrue(json.contains("\"damaged\":[]"), json);
  }

  private Path backups(int number) throws IOException {
    try (Stream<Path> all = Files.list(Path.of(backups))) {
      return all.filter(Files::isDirectory).sorted().toList().get(number);
    }
  }

  @Test
  void oldBackupsAreRemovedOnRequest() {
    for (int i = 0; i < 3; i++) {
      assertEquals(0, Session.of("backup", backups, "--index", index).code());
    }
    Session session = Session.of("backup", backups, "--index", index, "--keep", "2");

    assertEquals(2, session.out().lines().filter(line -> line.startsWith("removed: ")).count());
    assertEquals(2, Session.of("backup", backups, "--index", index, "--keep", "0").code());
  }

  @Test
  void whereThereIsNothingItSaysSo() {
    String none = folder.resolve("none").toString();
    assertEquals(3, Session.of("verify", "--index", none).code());
    assertEquals(3, Session.of("backup", backups, "--index", none).code());
    assertEquals(3, Session.of("restore", none, "--index", index).code());
    assertTrue(Files.notExists(Path.of(none)));
  }
}
