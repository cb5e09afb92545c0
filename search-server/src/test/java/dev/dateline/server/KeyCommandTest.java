package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.config.Setting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeyCommandTest {

  @TempDir Path folder;

  @Test
  void aKeyThatIsMadeOpensTheServerUntilItIsRevoked() throws Exception {
    String secret = run(0, "add", "newsroom", "--scope", "write").strip();
    String other = run(0, "add", "reader").strip();
    assertNotEquals(secret, other);
    assertEquals("newsroom write\nreader read\n", run(0, "list"));
    assertEquals("newsroom", config().keys().find(secret).orElseThrow().name());
    assertEquals("", run(0, "revoke", "newsroom"));
    assertTrue(config().keys().find(secret).isEmpty());
    assertTrue(config().keys().find(other).isPresent());
  }

  @Test
  void theFileHoldsNoKeyAndIsItsOwnersAlone() throws Exception {
    String secret = run(0, "add", "newsroom").strip();
    assertFalse(Files.readString(file(), UTF_8).contains(secret));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  @Test
  void commentsAndKeysWrittenByHandAreKept() throws Exception {
    Files.writeString(file(), "# ours\n\nby-hand\n", UTF_8);
    run(0, "add", "newsroom");
    assertEquals("line-3 admin\nnewsroom read\n", run(0, "list"));
    assertTrue(config().keys().find("by-hand").isPresent());
    run(0, "revoke", "newsroom");
    assertEquals("# ours\n\nby-hand\n", Files.readString(file(), UTF_8));
  }

  @Test
  void whatCannotBeDoneIsWrongUse() throws Exception {
    run(0, "add", "newsroom");
    assertTrue(run(2, "add", "newsroom").contains("already"));
    assertTrue(run(2, "add", "two words").contains("letters, digits"));
    assertTrue(run(2, "add", "x", "--scope", "all").contains("read, write or admin"));
    assertTrue(run(2, "revoke", "nobody").contains("no key nobody"));
  }

  private String run(int exitCode, String command, String... arguments) {
    StringWriter printed = new StringWriter();
    CommandLine line = new CommandLine(new KeyCommand());
    line.setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(printed, true));
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--api-key-file";
    all[2] = file().toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    assertEquals(exitCode, line.execute(all), printed::toString);
    return printed.toString();
  }

  private ServerConfig config() {
    return ServerConfig.read(Map.of(Setting.API_KEY_FILE, file().toString()), Map.of(), null);
  }

  private Path file() {
    return folder.resolve("keys.txt");
  }
}
