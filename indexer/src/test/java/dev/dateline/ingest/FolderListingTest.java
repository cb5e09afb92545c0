package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of any number of files is listed in order, with so many names in memory at a time. */
class FolderListingTest {

  @TempDir private Path folder;

  private List<String> list(int part) throws IOException {
    List<String> all = new ArrayList<>();
    FolderListing listing = new FolderListing(folder, part);
    for (List<Path> names = listing.next(); !names.isEmpty(); names = listing.next()) {
      names.forEach(name -> all.add(name.toString()));
    }
    return all;
  }

  @Test
  void theOrderIsTheSameHoweverManyNamesAreHeld() throws IOException {
    List<String> names = List.of("B", "a", "a.txt", "a1", "aa", "b", "c", "\u00e4");
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
    Files.createFile(folder.resolve(".hidden"));
    for (int part = 1; part <= names.size() + 1; part++) {
      assertEquals(names, list(part), "parts of " + part);
    }
  }

  @Test
  void anEmptyFolderHasNoNames() throws IOException {
    assertEquals(List.of(), list(3));
  }
}
