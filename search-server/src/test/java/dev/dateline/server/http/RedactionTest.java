package dev.dateline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RedactionTest {

  @Test
  void aSecretIsLeftOutHoweverItsNameIsWritten() {
    for (String address :
        List.of(
            "/a?key=hush",
            "/a?q=1&API_KEY=hush#x",
            "/a?q=1;token=hush",
            "/a?%6b%65%79=hush",
            "/a?q=a?key=hush",
            "/a??key=hush",
            "/a?client_secret=hush&q=b",
            "//user:hush@a.example/?q=1")) {
      assertFalse(String.valueOf(Redaction.referer(address)).contains("hush"), address);
    }
    assertEquals("/a?key=...&q=rain%21", Redaction.referer("/a?key=hush&q=rain%21"));
  }

  /** What took the cube of the length before: sixteen thousand signs would have taken days. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void noAddressTakesLong() {
    for (String start : List.of("", "/a", "//", "?q=1&")) {
      for (String run :
          List.of("?", "%", "?%", "%?", "&%", ";", "=", "key", "?key", "//", "@", "/a@")) {
        String address = start + run.repeat(200_000) + "?".repeat(100_000) + "%".repeat(100_000);
        assertTrue(String.valueOf(Redaction.referer(address)).length() > 1, run);
      }
    }
  }
}
