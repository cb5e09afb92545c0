package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {

  @TempDir private Path folder;

  private Checksums check(Set<String> known) throws IOException {
    return Checksums.check(folder, known, bytes -> {});
  }

  private static List<String> files(Checksums checked) {
    return checked.damages().stream().map(Damage::file).toList();
  }

  private String damage(Path file) throws IOException {
    Archive.flip(file, (int) Files.size(file) / 2);
    return folder.relativize(file).toString();
  }

  @Test
  void onlyFilesThatAreNewSinceTheLastLookAreReadAndNextTimeAllAgain() throws IOException {
    Archive.write(folder, 0, 1);
    Checksums first = check(Set.of());
    assertEquals(List.of(), first.damages());
    Archive.write(folder, 1, 2);
    Set<Path> fresh = new HashSet<>(Archive.files(folder));
    fresh.removeIf(file -> first.files().contains(folder.relativize(file).toString()));
    Path old =
        Archive.files(folder).stream()
            .filter(file -> !fresh.contains(file) && file.toString().endsWith(".cfs"))
            .findFirst()
            .orElseThrow();
    Path latest =
        fresh.stream().filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();

    String oldDamage = damage(old);
    assertEquals(List.of(), files(check(first.files())));
    String freshDamage = damage(latest);
    Checksums second = check(first.files());
    assertEquals(List.of(freshDamage), files(second));
    assertEquals(List.of(), files(check(second.files())));
    assertEquals(Set.of(oldDamage, freshDamage), Set.copyOf(files(check(Set.of()))));
    assertTrue(second.files().containsAll(Set.of(oldDamage, freshDamage)));
  }

  @Test
  void aMissingFileIsToldEachTime() throws IOException {
    Archive.write(folder, 0, 1);
    Set<String> known = check(Set.of()).files();
    Path lost =
        Archive.files(folder).stream()
            .filter(file -> file.toString().endsWith(".cfs"))
            .findFirst()
            .orElseThrow();
    Files.delete(lost);
    assertEquals(List.of(folder.relativize(lost).toString()), files(check(known)));
  }
}
