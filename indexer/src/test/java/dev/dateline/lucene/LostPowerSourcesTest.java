package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.disk.VolatileDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The power fails, or syncs fail, while articles are written, what they were read from is kept, and
 * sources are purged. What was kept is there afterwards, byte for byte, what was purged is gone,
 * and no file is noted as read whose article is not in the index.
 */
class LostPowerSourcesTest extends PowerCuts {

  /** An article, and what it was read from, take about a hundred. */
  private static final int STEPS = 1_000;

  /** Files that are read again and again. */
  private static final int FILES = 12;

  private Random random = new Random();

  /** What is kept for sure: texts, each of which begins with the name of its file. */
  private final Set<String> kept = new HashSet<>();

  /** What may be kept too: that it be kept, or purged, was asked for, and there was no answer. */
  private final Set<String> asked = new HashSet<>();

  private int version;
  private int acknowledged;

  @Test
  void whatWasKeptOutlastsEveryPowerCutAndNoFileIsPassedOverWithoutItsArticle() throws Exception {
    live(6, 100, this::live);
    assertTrue(acknowledged > 0, "nothing was kept");
  }

  private void live(Path here, Random seeded) throws Exception {
    random = seeded;
    kept.clear();
    asked.clear();
    VolatileDisk disk = cutOffAgainAndAgain(here, STEPS, random, this::keepUntilCutOff);
    try (LuceneWriter writer = LuceneWriter.open(index(disk))) {
      check(writer);
    }
    Verification found = Verification.of(index(disk), 100, bytes -> {});
    assertTrue(found.isSound(), found::toString);
  }

  private static Path index(VolatileDisk disk) {
    return disk.root().resolve("index");
  }

  private void keepUntilCutOff(VolatileDisk disk) {
    while (!disk.isCutOff()) {
      try (LuceneWriter writer = LuceneWriter.open(index(disk))) {
        check(writer);
        keepOrPurge(writer, disk);
      } catch (IOException e) {
        // Cut off, or a sync failed: it is opened anew, as the program is started anew.
      }
    }
  }

  /** Where something fails, who writes goes on for a while as if nothing had. */
  private void keepOrPurge(LuceneWriter writer, VolatileDisk disk) throws IOException {
    while (!disk.isCutOff()) {
      try {
        if (random.nextInt(8) == 0) {
          purge(writer);
        } else {
          keep(writer);
        }
      } catch (IOException e) {
        if (random.nextInt(4) == 0) {
          throw e;
        }
      }
    }
  }

  /** As the command line does it: first the article, then what it was read from. */
  private void keep(LuceneWriter writer) throws IOException {
    Article article = Archive.article(++version);
    String path = "file-" + random.nextInt(FILES);
    String text = path + " " + version;
    asked.add(text);
    writer.acknowledge(() -> writer.add(article));
    writer.sources().keep(path, new ByteArrayInputStream(text.getBytes(UTF_8)));
    writer.sources().note(new ReadFile(path, version, Instant.EPOCH, 1, true, true));
    writer.sources().commit();
    asked.remove(text);
    kept.add(text);
    acknowledged++;
  }

  private void purge(LuceneWriter writer) throws IOException {
    String path = "file-" + random.nextInt(FILES);
    Set<String> condemned =
        kept.stream().filter(text -> text.startsWith(path + " ")).collect(Collectors.toSet());
    kept.removeAll(condemned);
    asked.addAll(condemned);
    Purge purge =
        writer.purge(Set.of(), (name, in) -> new Sources.Verdict(name.equals(path), null));
    if (purge.remains().isEmpty()) {
      asked.removeIf(text -> text.startsWith(path + " "));
    }
  }

  private void check(LuceneWriter writer) throws IOException {
    Set<String> found = new HashSet<>();
    writer.sources().forEachKept((name, in) -> found.add(new String(in.readAllBytes(), UTF_8)));
    assertTrue(found.containsAll(kept), () -> "kept " + kept + ", found " + found);
    found.removeAll(kept);
    assertTrue(asked.containsAll(found), () -> "nobody asked for all of " + found);
    for (int number = 0; number < FILES; number++) {
      Optional<ReadFile> read = writer.sources().find("file-" + number);
      if (read.isPresent()) {
        String id = Archive.article((int) read.get().size()).id();
        assertTrue(writer.find(id).isPresent(), () -> read + " is noted, and not its article");
      }
    }
  }
}
