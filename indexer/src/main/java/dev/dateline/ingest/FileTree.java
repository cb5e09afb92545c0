package dev.dateline.ingest;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads files, and folders with all that is in them, in the order of their names. */
final class FileTree {

  private final Ingest.Sink sink;

  FileTree(Ingest.Sink sink) {
    this.sink = sink;
  }

  /** Reads a path that someone named: a link is followed, a hidden file is read. */
  void read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      readFolder(path);
    } else {
      readFile(path);
    }
  }

  private void readFolder(Path folder) throws IOException {
    List<Path> children;
    try (Stream<Path> list = Files.list(folder)) {
      children = list.filter(child -> !isHidden(child)).sorted().toList();
    } catch (IOException e) {
      sink.accept(new Outcome.Malformed(folder.toString(), "", Readers.reason(e)));
      return;
    }
    for (Path child : children) {
      if (Files.isDirectory(child, NOFOLLOW_LINKS)) {
        readFolder(child);
      } else if (Files.isRegularFile(child, NOFOLLOW_LINKS)) {
        readFile(child);
      } else {
        // What a link means is read where it lies, or is not of this tree; and links can make
        // rings.
        boolean link = Files.isSymbolicLink(child);
        String reason = link ? "it is a link" : "it is neither a file nor a folder";
        sink.accept(new Outcome.PassedOver(child.toString(), reason));
      }
    }
  }

  private static boolean isHidden(Path child) {
    return child.getFileName().toString().startsWith(".");
  }

  private void readFile(Path file) throws IOException {
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (IOException e) {
      sink.accept(new Outcome.Malformed(file.toString(), "", Readers.reason(e)));
      return;
    }
    try (in) {
      Readers.read(file.toString(), in, sink);
    }
  }
}
