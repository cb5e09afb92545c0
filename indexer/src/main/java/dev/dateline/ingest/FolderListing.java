package dev.dateline.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The names in a folder in their order, without the hidden ones: so many at a time, whatever the
 * number of files. The order is kept as it decides which of two versions of an article comes later.
 * A file system gives names in an order of its own, so each part is the least of those that follow
 * the part before, for which the folder is listed once more: a million files are listed 16 times,
 * which is nothing beside reading them.
 */
final class FolderListing {

  /** The names that are held at a time: some 6 MB. Not fitted. */
  private static final int PART = 1 << 16;

  private final Path folder;
  private final int part;
  private @Nullable Path last;
  private boolean ended;

  FolderListing(Path folder) {
    this(folder, PART);
  }

  FolderListing(Path folder, int part) {
    this.folder = folder;
    this.part = part;
  }

  /** The next names; none at the end. */
  List<Path> next() throws IOException {
    if (ended) {
      return List.of();
    }
    List<Path> names = leastAfterLast();
    ended = names.size() < part;
    if (!ended) {
      last = names.getLast();
    }
    return names;
  }

  private List<Path> leastAfterLast() throws IOException {
    PriorityQueue<Path> least = new PriorityQueue<>(Comparator.reverseOrder());
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        Path name = child.getFileName();
        if (!name.toString().startsWith(".") && (last == null || name.compareTo(last) > 0)) {
          least.add(name);
          if (least.size() > part) {
            least.poll();
          }
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    List<Path> names = new ArrayList<>(least);
    names.sort(null);
    return names;
  }
}
