package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {

  @TempDir private Path folder;

  private Salvage salvage() throws IOException {
    return Salvage.of(folder, documents -> {});
  }

  @Test
  void whateverByteIsDamagedWhatCanBeReadIsSavedAndTheRestIsCounted() throws IOException {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < (Boolean.getBoolean("dateline.deep") ? 200 : 15); i++) {
      Path index = folder.resolve("index" + i);
      Archive.make(index);
      Set<String> before = Archive.ids(index);
      List<Path> files =
          Archive.files(index).stream()
              .filter(file -> !file.getFileName().toString().startsWith("segments"))
              .filter(file -> !file.toString().endsWith(".si"))
              .toList();
      Path file = files.get(random.nextInt(files.size()));
      int at = random.nextInt((int) Files.size(file));
      String context = "dateline.seed=" + seed + " " + file.getFileName() + " byte " + at;
      Archive.flip(file, at);

      Salvage saved = Salvage.of(index, documents -> {});

      Set<String> after = Archive.ids(index);
      assertEquals(after.size(), saved.saved(), context);
      long doubtful = saved.doubtful().size();
      assertTrue(after.size() + saved.lost() >= before.size() - doubtful, context + saved);
      after.removeAll(saved.doubtful());
      assertTrue(before.containsAll(after), context + saved);
      assertTrue(Verification.of(index, 1_000, bytes -> {}).isSound(), context);
      assertTrue(Files.isDirectory(saved.damaged()), context);
    }
  }

  @Test
  void anIndexWhoseStoredArticlesAreWholeIsSavedWhole() throws IOException {
    Archive.make(folder);
    Set<String> before = Archive.ids(folder);

    Salvage saved = salvage();

    assertEquals(before, Archive.ids(folder));
    assertEquals(0, saved.lost());
    assertEquals(List.of(), saved.doubtful());
    assertEquals("2", saved.generation());
  }

  @Test
  void anIndexThatIsBeingWrittenIsLeftAlone() throws IOException {
    Archive.make(folder);
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      assertThrows(UnusableIndexException.class, this::salvage);
      writer.add(Archive.article(1));
    }
  }
}
