package dev.dateline.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir Path folder;
  Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("keys.txt");
  }

  @Test
  void aLineWithASlipIsNoKeyThatMayDoEverything() throws Exception {
    String good = ApiKey.ofSecret("desk", Scope.READ, "hush").toLine();
    for (String slip :
        List.of(
            good.replace(" read ", " reader "),
            good.replace(" read ", " "),
            good.replace("desk", "news desk"),
            good.toUpperCase(Locale.ROOT),
            good.replace("sha256:", "sha-256:"),
            good + " # of the desk",
            good.substring(0, good.length() - 1),
            good.substring(good.indexOf("sha256:")))) {
      Files.writeString(file, "# ours\n" + slip + "\n");
      IOException refused = assertThrows(IOException.class, () -> KeyFile.read(file), slip);
      assertTrue(refused.getMessage().startsWith("line 2 of " + file), refused.getMessage());
      assertFalse(refused.getMessage().contains(slip), refused.getMessage());
    }
  }

  @Test
  void whereTheFileIsSpoiledTheKeysStayAsTheyWereAndItIsNotChanged() throws Exception {
    KeyFile.add(file, ApiKey.ofSecret("desk", Scope.READ, "hush"));
    KeyFile keys = KeyFile.open(file);
    String spoiled = Files.readString(file) + "desk writer sha256:0\n";
    Files.writeString(file, spoiled);
    for (int tries = 0; tries < 25; tries++) {
      assertEquals(List.of("desk"), keys.keys().stream().map(ApiKey::name).toList());
      Thread.sleep(50); // it looks once a second
    }
    assertThrows(IOException.class, () -> KeyFile.remove(file, "desk"));
    assertEquals(spoiled, Files.readString(file));
  }

  @Test
  void theOperatorIsToldWhereOthersCanReadOrChangeTheKeys() throws Exception {
    KeyFile.add(file, ApiKey.ofSecret("desk", Scope.READ, "hush"));
    assertEquals(List.of(), warnings("rw-------"));
    assertEquals(List.of(), warnings("rw-r-----")); // as a group of its own has it
    String told = "others can read or change the keys in " + file + "; chmod 600 it";
    for (String others : List.of("rw-r--r--", "rw-rw----", "rw-----w-")) {
      assertEquals(List.of(told), warnings(others));
    }
  }

  private List<String> warnings(String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    List<String> messages = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord message) {
            messages.add(message.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(KeyFile.class.getName());
    logger.addHandler(handler);
    try {
      KeyFile.open(file);
    } finally {
      logger.removeHandler(handler);
    }
    return messages;
  }
}
