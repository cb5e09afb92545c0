package dev.dateline.ingest;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds files, also in folders with all that is in them, in the order of their names. */
final class FileTree {

  private final @Nullable Path except;
  private final Visitor visitor;

  /** What to do with what is found. */
  interface Visitor {

    /**
     * A file that can be read.
     *
     * @param named whether someone named it, and not only a folder that it is in
     */
    void file(InputFile file, boolean named) throws IOException;

    /** Something that cannot be read. */
    void outcome(Outcome outcome) throws IOException;
  }

  /**
   * @param except a folder that is passed over, or null
   */
  FileTree(@Nullable Path except, Visitor visitor) throws IOException {
    this.except = except != null && Files.exists(except) ? except.toRealPath() : null;
    this.visitor = visitor;
  }

  /** Visits a path that someone named: a link is followed, and a hidden file is visited. */
  void visit(Path path) throws IOException {
    if (isOfTheExcepted(path)) {
      visitor.outcome(new Outcome.Malformed(path.toString(), "", "it belongs to the index"));
    } else if (Files.isDirectory(path)) {
      visitFolder(path);
    } else {
      visitFile(path, true);
    }
  }

  private boolean isOfTheExcepted(Path path) {
    try {
      return except != null && path.toRealPath().startsWith(except);
    } catch (IOException notOnDisk) {
      // Such as the pipe that a shell makes.
      return false;
    }
  }

  private void visitFolder(Path folder) throws IOException {
    List<Path> children;
    try (Stream<Path> list = Files.list(folder)) {
      children = list.filter(child -> !isHidden(child)).sorted().toList();
    } catch (IOException e) {
      visitor.outcome(Outcome.Malformed.of(folder.toString(), "", e));
      return;
    }
    for (Path child : children) {
      if (isExcepted(child)) {
        continue;
      }
      if (Files.isDirectory(child, NOFOLLOW_LINKS)) {
        visitFolder(child);
      } else if (Files.isRegularFile(child, NOFOLLOW_LINKS)) {
        visitFile(child, false);
      } else {
        // What a link means is read where it lies, or is not of this tree; and links can make
        // rings.
        boolean link = Files.isSymbolicLink(child);
        String reason = link ? "it is a link" : "it is neither a file nor a folder";
        visitor.outcome(new Outcome.PassedOver(child.toString(), reason));
      }
    }
  }

  private void visitFile(Path path, boolean named) throws IOException {
    InputFile file;
    try {
      file = InputFile.of(path);
    } catch (IOException e) {
      visitor.outcome(Outcome.Malformed.of(path.toString(), "", e));
      return;
    }
    visitor.file(file, named);
  }

  private boolean isExcepted(Path child) throws IOException {
    return except != null
        && Files.isDirectory(child, NOFOLLOW_LINKS)
        && Files.isSameFile(child, except);
  }

  private static boolean isHidden(Path child) {
    return child.getFileName().toString().startsWith(".");
  }
}
