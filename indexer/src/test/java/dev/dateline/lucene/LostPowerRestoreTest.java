package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails, or syncs fail, while an index is restored from one backup and another.
 * Afterwards it is one of them as a whole: its articles, its kept sources and its failures.
 */
class LostPowerRestoreTest extends PowerCuts {

  /** A restore of a few articles takes some eighty. */
  private static final int STEPS = 300;

  @TempDir private Path backups;

  /** What an index may hold. */
  private record Held(Set<String> ids, Set<String> sources, String failures) {}

  private final List<Path> made = new ArrayList<>();

  private Random random = new Random();

  /** What the index may hold: what was restored for sure, and what was tried since. */
  private final List<Held> possible = new ArrayList<>();

  private int restored;

  @BeforeEach
  void makeBackups() throws IOException {
    make("first", 3, Set.of("a.txt", "b.txt"), "{\"file\":\"first\"}\n");
    make("second", 5, Set.of("c.txt"), "{\"file\":\"second\"}\n");
    make("without", 2, Set.of(), "");
  }

  private void make(String name, int articles, Set<String> sources, String failures)
      throws IOException {
    Path index = backups.resolve(name);
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      for (int number = 0; number < articles; number++) {
        writer.add(Archive.article(number));
      }
      for (String source : sources) {
        writer.sources().keep(source, new ByteArrayInputStream(source.getBytes(UTF_8)));
      }
      if (!sources.isEmpty()) {
        writer.sources().commit();
      }
    }
    if (!failures.isEmpty()) {
      Files.writeString(FailureList.of(index), failures);
    }
    made.add(index);
  }

  @Test
  void anIndexIsOneBackupOrTheOtherAfterEveryPowerCut() throws Exception {
    live(12, 300, this::live);
    assertTrue(restored > 0, "nothing was restored");
  }

  private void live(Path here, Random seeded) throws Exception {
    random = seeded;
    possible.clear();
    VolatileDisk disk =
        cutOffAgainAndAgain(
            here,
            STEPS,
            random,
            left -> {
              checkReading(index(left));
              restoreUntilCutOff(left);
            });
    checkReading(index(disk));
    checkWriting(index(disk));
  }

  private static Path index(VolatileDisk disk) {
    return disk.root().resolve("index");
  }

  private void restoreUntilCutOff(VolatileDisk disk) throws IOException {
    while (!disk.isCutOff()) {
      Path backup = made.get(random.nextInt(made.size()));
      Held wanted = held(backup);
      try {
        if (random.nextInt(3) == 0) {
          checkWriting(index(disk));
        }
        possible.add(wanted);
        Restore.of(backup, index(disk), bytes -> {});
        possible.clear();
        possible.add(wanted);
        restored++;
      } catch (IOException e) {
        // Cut off, or a sync failed: once more, then.
      }
    }
  }

  /** As whoever searches, or makes a backup, sees it. */
  private void checkReading(Path index) throws IOException {
    if (Files.exists(index.resolve("current"))) {
      Held seen = held(index);
      assertTrue(possible.contains(seen), () -> seen + " is none of " + possible);
    }
  }

  private void checkWriting(Path index) throws IOException {
    if (Files.exists(index.resolve("current"))) {
      LuceneWriter.open(index).close();
      Held seen = held(index);
      assertTrue(possible.contains(seen), () -> seen + " is none of " + possible);
      assertEquals(List.of(), leftOvers(index));
      Verification found = Verification.of(index, 100, bytes -> {});
      assertTrue(found.isSound(), found::toString);
    }
  }

  private static List<Path> leftOvers(Path index) throws IOException {
    try (Stream<Path> inside = Files.list(index)) {
      return inside.filter(path -> path.getFileName().toString().contains("s-")).toList();
    }
  }

  private static Held held(Path index) throws IOException {
    Set<String> sources = new TreeSet<>();
    try (HeldCommit commit = new IndexFolder(index).holdSources()) {
      if (commit != null) {
        try (DirectoryReader reader = DirectoryReader.open(commit)) {
          for (int doc = 0; doc < reader.maxDoc(); doc++) {
            String name = reader.storedFields().document(doc).get(SourceBlock.NAME);
            if (name != null) {
              sources.add(name);
            }
          }
        }
      }
    }
    return new Held(Archive.ids(index), sources, failures(index));
  }

  private static String failures(Path index) throws IOException {
    try {
      return Files.readString(new IndexFolder(index).failures());
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
