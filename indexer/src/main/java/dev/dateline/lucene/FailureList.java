package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.util.IOUtils;

/** Where an index names the documents that could not be read, unless the list is kept elsewhere. */
public final class FailureList {

  /** The length of a text, in characters, that would not be in a line by chance. Not fitted. */
  private static final int SHORTEST = 12;

  private FailureList() {}

  /** The file of the index in a folder; there is none where nothing failed. */
  public static Path of(Path index) {
    return index.resolve("failures.jsonl");
  }

  /** Opens a list to read it. What was written when a run was killed may end within a letter. */
  public static BufferedReader open(Path list) throws IOException {
    return new BufferedReader(new InputStreamReader(Files.newInputStream(list), UTF_8));
  }

  /** How many documents are named in a list; 0 where it is not there. */
  static long count(Path file) throws IOException {
    try (BufferedReader list = open(file)) {
      return list.lines().filter(line -> !line.isBlank()).count();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Removes the lines that have one of these texts; shorter ones than those of a url count not. A
   * line that is half written goes too, as nobody knows of what it speaks.
   */
  static void purge(Path index, Collection<String> texts) throws IOException {
    Path file = of(index);
    for (Path list : List.of(file, draft(file))) {
      if (Files.exists(list)) {
        List<String> all = new String(Files.readAllBytes(list), UTF_8).lines().toList();
        List<String> left =
            all.stream().filter(line -> line.endsWith("}") && !speaksOf(line, texts)).toList();
        if (left.isEmpty()) {
          Files.delete(list);
        } else if (left.size() < all.size()) {
          Path next = list.resolveSibling(list.getFileName() + ".new");
          Files.write(next, left);
          IOUtils.fsync(next, false);
          Files.move(next, list, ATOMIC_MOVE, REPLACE_EXISTING);
        }
        IOUtils.fsync(list.toAbsolutePath().getParent(), true);
      }
    }
  }

  private static boolean speaksOf(String line, Collection<String> texts) {
    return texts.stream()
        .filter(text -> text.length() >= SHORTEST)
        .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
        .anyMatch(line::contains);
  }

  /** Where a list is written before it takes the place of another. */
  public static Path draft(Path list) {
    // Hidden, so that it is not read where the index lies in a folder that is being indexed.
    return list.resolveSibling("." + list.getFileName() + ".draft");
  }

  /** Copies the list of an index, also while another takes its place; an empty one is none. */
  static void copy(IndexFolder index, Path copy) throws IOException {
    Path list;
    do {
      list = index.failures();
      Files.deleteIfExists(copy);
      try {
        if (Files.size(list) > 0) {
          Files.copy(list, copy);
          IOUtils.fsync(copy, false);
        }
      } catch (NoSuchFileException e) {
        // There is none, or it has just taken the place of another.
      }
    } while (!index.failures().equals(list));
  }
}
