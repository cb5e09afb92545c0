package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Of what cannot be read in a folder the true reason is told, and all else is read. */
class NotReadTest {

  @TempDir private Path folder;

  private Path write(String id) throws IOException {
    return Files.writeString(
        folder.resolve(id + ".jsonl"), "{\"id\":\"" + id + "\",\"title\":\"T\"}\n");
  }

  /** What becomes of the files in the folder if something happens when the first is found. */
  private List<String> readWhile(Happening happening) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    Ingest.read(
        List.of(folder),
        new Sink() {
          @Override
          public void accept(Outcome outcome) {
            outcomes.add(outcome);
          }

          @Override
          public boolean wants(InputFile file) throws IOException {
            if (file.path().endsWith("a.jsonl")) {
              happening.run();
            }
            return true;
          }
        });
    return Reads.summary(outcomes);
  }

  @FunctionalInterface
  private interface Happening {
    void run() throws IOException;
  }

  @Test
  void aFileThatVanishesWhileItsFolderIsReadIsNoLongerThere() throws IOException {
    write("a");
    Path next = write("b");
    write("c");
    assertEquals(
        List.of("a", "passed over: it is no longer there", "c"),
        readWhile(() -> Files.delete(next)));
  }

  @Test
  void aFileThatVanishesBeforeItIsOpenedIsNoLongerThere() throws IOException {
    Path first = write("a");
    write("b");
    assertEquals(
        List.of("passed over: it is no longer there", "b"), readWhile(() -> Files.delete(first)));
  }

  @Test
  void aFileThatBecomesALinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.jsonl"), "{\"title\":\"Secret\"}");
    Path first = write("a");
    write("b");
    assertEquals(
        List.of("passed over: it is a link", "b"),
        readWhile(
            () -> {
              Files.delete(first);
              Files.createSymbolicLink(first, secret);
            }));
  }

  @Test
  void aFolderThatVanishesTakesNothingElseWithIt() throws IOException {
    write("a");
    Path next = Files.createDirectory(folder.resolve("b"));
    write("c");
    assertEquals(
        List.of("a", "passed over: it is no longer there", "c"),
        readWhile(() -> Files.delete(next)));
  }

  @Test
  void aLinkToNothingIsALinkAndASocketIsNoFile() throws IOException {
    write("a");
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("nowhere"));
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("c")));
      assertEquals(
          List.of(
              "a", "passed over: it is a link", "passed over: it is neither a file nor a folder"),
          Reads.summary(Reads.outcomes(folder)));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatTheSystemRefusesIsAFailureWithItsReason() throws IOException {
    write("a");
    try (TooDeep tree = new TooDeep(folder)) {
      List<Outcome> outcomes = Reads.outcomes(folder);
      Outcome.Malformed failure = Reads.malformed(outcomes.getLast());
      assertEquals(2, outcomes.size());
      assertTrue(failure.file().startsWith(tree.top().toString()), failure::file);
      assertTrue(failure.reason().startsWith("it cannot be read: "), failure::reason);
      assertTrue(failure.reason().endsWith("File name too long"), failure::reason);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatMayNotBeReadIsAFailure() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(locked), "root may read everything");
    assertEquals(List.of(": it may not be read"), Reads.summary(Reads.outcomes(folder)));
  }
}
