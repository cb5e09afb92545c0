package dev.dateline.ingest;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcome.Malformed;
import dev.dateline.ingest.reader.Outcome.PassedOver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds files, also in folders with all that is in them, in the order of their names. What a path
 * is, is asked once, so that nothing that happens to it meanwhile gives a contradiction.
 */
final class FileTree {

  private static final String LINK = "it is a link";

  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] AS_IT_LIES = {NOFOLLOW_LINKS};

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

    /** A folder that can be listed; what is in it follows. */
    void folder(Path folder) throws IOException;

    /** Something that is not read. */
    void outcome(Path path, Outcome outcome) throws IOException;
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
      visitor.outcome(path, new Malformed(path.toString(), "", "it belongs to the index"));
    } else {
      visit(path, true);
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

  private void visit(Path path, boolean named) throws IOException {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(path, BasicFileAttributes.class, named ? FOLLOW : AS_IT_LIES);
      if (isExcepted(path, found)) {
        return;
      }
    } catch (IOException e) {
      visitor.outcome(path, notRead(path, e, named));
      return;
    }
    if (found.isDirectory()) {
      visitFolder(path, named);
    } else if (named || found.isRegularFile()) {
      visitor.file(InputFile.of(path, found), named);
    } else {
      visitor.outcome(path, new PassedOver(path.toString(), kind(found)));
    }
  }

  private void visitFolder(Path folder, boolean named) throws IOException {
    FolderListing listing = new FolderListing(folder);
    boolean listed = false;
    List<Path> names;
    do {
      try {
        names = listing.next();
      } catch (IOException e) {
        visitor.outcome(folder, notRead(folder, e, named));
        return;
      }
      if (!listed) {
        visitor.folder(folder);
        listed = true;
      }
      for (Path name : names) {
        visit(folder.resolve(name), false);
      }
    } while (!names.isEmpty());
  }

  /**
   * What to say of what could not be opened. Something in a folder that is gone, or became a link,
   * is no failure: nothing is left there to be read.
   */
  static Outcome notRead(Path path, IOException e, boolean named) {
    if (!named && e instanceof NoSuchFileException) {
      return new PassedOver(path.toString(), "it is no longer there");
    }
    return !named && Files.isSymbolicLink(path)
        ? new PassedOver(path.toString(), LINK)
        : Malformed.of(path.toString(), "", e);
  }

  /** What a link means is read where it lies, or is not of this tree; and links can make rings. */
  private static String kind(BasicFileAttributes found) {
    return found.isSymbolicLink() ? LINK : "it is neither a file nor a folder";
  }

  private boolean isExcepted(Path path, BasicFileAttributes found) throws IOException {
    return except != null && found.isDirectory() && Files.isSameFile(path, except);
  }
}
