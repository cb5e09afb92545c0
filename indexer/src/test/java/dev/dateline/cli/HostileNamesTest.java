package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts of outsiders lead nowhere, and do nothing to the terminal that shows them. */
class HostileNamesTest {

  /** Sets the title of the window, clears the screen, also by signs of one byte, and turns text. */
  private static final String ESCAPES = "\u001b]0;owned\u0007\u001b[2J\u009b2J\u202egnp\u007f";

  @TempDir Path folder;
  private Path inbox;
  private String index;

  @BeforeEach
  void name() throws IOException {
    inbox = Files.createDirectories(folder.resolve("deep/in/the/inbox"));
    index = folder.resolve("index").toString();
  }

  @Test
  void noEntryOfAnArchiveIsEverUnpackedToAFile() throws Exception {
    List<String> names =
        List.of(
            "../../../../outside.json",
            "/absolute.json",
            folder.resolve("absolute.json").toString(),
            "..\\..\\outside.json",
            "a/../../../outside.json");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(inbox.resolve("slip.zip")))) {
      for (int i = 0; i < names.size(); i++) {
        zip.putNextEntry(new ZipEntry(names.get(i)));
        zip.write(("{\"id\":\"" + i + "\",\"title\":\"Ferry\"}").getBytes(UTF_8));
      }
    }
    Set<Path> before = files();
    Session session = Session.of("index", inbox.toString(), "--keep-source", "--index", index);
    assertEquals(0, session.code(), session.err());
    assertTrue(session.out().contains("5 added"), session.out());
    assertEquals(before, files());
  }

  @Test
  void aLinkInAFolderLeadsNowhere() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.json"), "{\"title\":\"Secret\"}");
    Files.createSymbolicLink(inbox.resolve("a.json"), secret);
    Files.createSymbolicLink(inbox.resolve("up"), folder);
    Files.writeString(inbox.resolve("b.json"), "{\"title\":\"Ferry\"}");
    Session.of("index", inbox.toString(), "--index", index);
    assertFalse(Session.of("search", "secret", "--index", index).out().contains("Secret"));
  }

  @Test
  void nothingThatAnArticleOrAFileNameHoldsReachesTheTerminal() throws Exception {
    Files.writeString(
        inbox.resolve("a" + ESCAPES.replace('\u0007', '\n') + ".json"),
        """
        {"id":"a","title":"Ferry %1$s","body":"Text of ferry %1$s","source":"S%1$s","tags":["t%1$s"],
         "authors":["A %1$s"],"section":"s%1$s","url":"https://a.example/%1$s"}
        """
            .formatted(json(ESCAPES)));
    Files.writeString(inbox.resolve("bad" + ESCAPES + ".json"), "{\"title\":");
    Files.writeString(inbox.resolve("c.json"), "{\"id\":\"c\",\"title\":\"Ferry strike\"}");
    isPlain("index", inbox.toString(), "--index", index);
    isPlain("index", folder.resolve("none" + ESCAPES).toString(), "--index", index);
    isPlain("search", "ferry", "--index", index, "--facets", "source,tag,author");
    isPlain("search", "ferry " + ESCAPES, "--index", index, "--source", "x" + ESCAPES);
    isPlain("similar", "a", "--index", index);
    isPlain("suggest", "fer", "--index", index);
    isPlain("delete", "--query", "ferry", "--dry-run", "--index", index);
    isPlain("search", "ferry", "--index", folder.resolve("x" + ESCAPES).toString());
    isPlain("command" + ESCAPES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../etc", "1/../../..", "/etc", "1\n../..", "1\n2\n3", "-1", ""})
  void whatABackupSaysOfItsGenerationIsANumber(String current) throws Exception {
    Files.writeString(inbox.resolve("c.json"), "{\"id\":\"c\",\"title\":\"Ferry strike\"}");
    Session.of("index", inbox.toString(), "--index", index);
    Path backup = folder.resolve("backup");
    Files.createDirectories(backup.resolve("generations/1"));
    Files.writeString(backup.resolve("current"), current);
    Set<Path> before = files();
    Session session = Session.of("restore", backup.toString(), "--index", index);
    assertNotEquals(0, session.code());
    assertEquals(1, session.err().strip().lines().count(), session.err());
    assertEquals(before, files());
    assertTrue(Session.of("search", "ferry", "--index", index).out().contains("Ferry strike"));
  }

  private static void isPlain(String... arguments) {
    Session session = Session.atTerminal(Map.of("NO_COLOR", "1"), arguments);
    String shown = session.out() + session.err();
    assertTrue(
        shown
            .chars()
            .noneMatch(c -> c == 0x1b || c == 0x7 || c == 0x202e || (c >= 0x7f && c < 0xa0)),
        () -> String.join(" ", arguments) + ": " + shown);
    assertFalse(shown.isBlank(), String.join(" ", arguments));
  }

  private static String json(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    return escaped.toString();
  }

  /** All files beside those of the index. */
  private Set<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      Set<Path> files = new TreeSet<>(all.toList());
      files.removeIf(file -> file.startsWith(index));
      return files;
    }
  }
}
