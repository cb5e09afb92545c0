package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index knows which files were read into it, and can keep what was in them. */
class SourcesTest {

  private static final Instant MODIFIED = Instant.parse("2026-11-20T08:00:00.123456789Z");

  @TempDir Path folder;

  @Test
  void aFileIsKnownOnceItIsCommitted() throws IOException {
    ReadFile file = new ReadFile("/archive/a.jsonl", 1234, MODIFIED, 17, true, true);
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.sources().note(new ReadFile("/archive/a.jsonl", 1234, MODIFIED, 9, false, false));
      writer.sources().note(file);
      writer.sources().commit();
    }
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      assertEquals(file, writer.sources().find("/archive/a.jsonl").orElseThrow());
      assertTrue(writer.sources().find("/archive/b.jsonl").isEmpty());
    }
  }

  @Test
  void aFileIsTheSameWhileItsLengthAndAgeAre() {
    ReadFile file = new ReadFile("/a", 1234, MODIFIED, 17, true, true);
    assertTrue(file.is(1234, MODIFIED));
    assertFalse(file.is(1235, MODIFIED));
    assertFalse(file.is(1234, MODIFIED.plusNanos(1)));
  }

  @Test
  void filesCanBeForgottenWhileWhatWasInThemIsKept() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.sources().note(new ReadFile("/a", 1, MODIFIED, 1, true, true));
      keep(writer, "/a", "a");
      writer.sources().commit();
    }
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.sources().forgetFiles();
      writer.sources().commit();
    }
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      assertTrue(writer.sources().find("/a").isEmpty());
      assertEquals(List.of("/a: a"), kept(writer));
    }
  }

  @Test
  void whatIsKeptComesBackAsItWasAndInItsOrder() throws IOException {
    byte[] long3 = new byte[(3 << 20) + 5];
    new Random(7).nextBytes(long3);
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      keep(writer, "/b", "beta");
      keep(writer, "/a", "alpha");
      keep(writer, "/empty", "");
      writer.sources().keep("/long", new ByteArrayInputStream(long3));
      writer.sources().commit();
    }
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      List<String> names = new ArrayList<>();
      writer
          .sources()
          .forEachKept(
              (name, in) -> {
                names.add(name);
                if (name.equals("/long")) {
                  assertArrayEquals(long3, in.readAllBytes());
                }
              });
      assertEquals(List.of("/b", "/a", "/empty", "/long"), names);
    }
  }

  @Test
  void theSameAgainIsKeptOnceAndCountsAsTheLatest() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      keep(writer, "/a", "first");
      keep(writer, "/a", "second");
      writer.sources().commit();
    }
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      keep(writer, "/a", "first");
      assertEquals(List.of("/a: second", "/a: first"), kept(writer));
    }
  }

  @Test
  void aStreamThatBreaksOffLeavesNothing() throws IOException {
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(new byte[3 << 20])) {
          private int left = 2 << 20;

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
              throw new IOException("the line is dead");
            }
            int read = super.read(bytes, offset, Math.min(left, length));
            left -= read;
            return read;
          }
        };
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      assertEquals(
          "the line is dead",
          assertThrows(UncheckedIOException.class, () -> writer.sources().keep("-", broken))
              .getCause()
              .getMessage());
      keep(writer, "/a", "alpha");
      assertEquals(List.of("/a: alpha"), kept(writer));
    }
  }

  /**
   * The system may have forgotten what it could not sync, and the next sync succeeds without it.
   */
  @Test
  void afterASyncThatFailedNothingIsCommittedUntilTheyAreOpenedAnew() throws IOException {
    VolatileDisk disk =
        new VolatileDisk(Files.createDirectory(folder.resolve("disk")), new Random(7));
    Path index = disk.root().resolve("index");
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      keep(writer, "/a", "alpha");
      writer.sources().commit();
      keep(writer, "/b", "beta");
      disk.cutOffAfter(Long.MAX_VALUE, 1);
      assertThrows(IOException.class, writer.sources()::commit);
      disk.cutOffAfter(Long.MAX_VALUE, 0);

      String again = assertThrows(IOException.class, writer.sources()::commit).getMessage();
      assertTrue(again.contains("the disk could not sync"), again);
      assertThrows(IOException.class, () -> keep(writer, "/c", "gamma"));
    }
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      assertEquals(List.of("/a: alpha"), kept(writer));
      keep(writer, "/b", "beta");
      writer.sources().commit();
    }
    Path left = disk.cutPower(folder.resolve("left")).root().resolve("index");
    try (LuceneWriter writer = LuceneWriter.open(left)) {
      assertEquals(List.of("/a: alpha", "/b: beta"), kept(writer));
    }
  }

  private static void keep(LuceneWriter writer, String name, String text) throws IOException {
    writer.sources().keep(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<String> kept(LuceneWriter writer) throws IOException {
    List<String> kept = new ArrayList<>();
    writer
        .sources()
        .forEachKept((name, in) -> kept.add(name + ": " + new String(in.readAllBytes(), UTF_8)));
    return kept;
  }
}
