package dev.dateline.server.config;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file with keys, one a line; blank lines and those that start with {@code #} do not count. It is
 * read again when it changes. Where that fails, the keys that were read last stay valid. Thread-
 * safe.
 */
public final class KeyFile {

  private static final Logger LOG = Logger.getLogger(KeyFile.class.getName());

  /** How soon a key that was revoked is refused. */
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path file;
  private List<ApiKey> keys;
  private @Nullable State state;
  private long looked;

  /** What tells one state of the file from another. */
  private record State(FileTime changed, long size, @Nullable Object fileKey) {}

  private KeyFile(Path file) throws IOException {
    this.file = file;
    this.state = state();
    this.keys = read(file);
    this.looked = System.nanoTime();
  }

  /**
   * Reads a file for the first time.
   *
   * @throws IOException if it cannot be read
   */
  static KeyFile open(Path file) throws IOException {
    KeyFile keys = new KeyFile(file);
    warnOfOthers(file);
    return keys;
  }

  /**
   * Who may change the file may do everything; who may read it, may if a key stands in it as is.
   */
  private static void warnOfOthers(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")
        && !Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS)) {
      LOG.warning("others can read or change the keys in " + file + "; chmod 600 it");
    }
  }

  /**
   * The keys in a file.
   *
   * @throws IOException if it cannot be read, or a line of it is no key
   */
  public static List<ApiKey> read(Path file) throws IOException {
    List<ApiKey> keys = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (isKey(line)) {
        keys.add(parse(file, line, number));
      }
    }
    return List.copyOf(keys);
  }

  /**
   * Adds a key to a file, which is made where there is none, for its owner alone.
   *
   * @throws IOException if it cannot be written; it stays as it was then
   */
  public static void add(Path file, ApiKey key) throws IOException {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    write(file, Stream.concat(lines.stream(), Stream.of(key.toLine())).toList());
  }

  /**
   * Removes a key from a file.
   *
   * @return whether there was one of that name
   * @throws IOException if the file cannot be read or written; it stays as it was then
   */
  public static boolean remove(Path file, String name) throws IOException {
    List<String> kept = new ArrayList<>();
    int number = 0;
    List<String> lines = Files.readAllLines(file);
    for (String line : lines) {
      number++;
      if (!isKey(line) || !parse(file, line, number).name().equals(name)) {
        kept.add(line);
      }
    }
    write(file, kept);
    return kept.size() < lines.size();
  }

  /** Whole or not at all, and with the rights that the file had. */
  private static void write(Path file, List<String> lines) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path written = Files.createTempFile(target.getParent(), "keys", ".new"); // its owner's alone
    try {
      Files.write(written, lines);
      if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(target));
      }
      Files.move(written, target, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static ApiKey parse(Path file, String line, int number) throws IOException {
    try {
      return ApiKey.parse(line.strip(), number);
    } catch (IllegalArgumentException e) {
      throw new IOException("line " + number + " of " + file + ": " + e.getMessage(), e);
    }
  }

  private static boolean isKey(String line) {
    return !line.isBlank() && !line.strip().startsWith("#");
  }

  /** The keys that the file holds, or held a second ago. */
  synchronized List<ApiKey> keys() {
    long now = System.nanoTime();
    if (now - looked >= LOOK_EVERY) {
      looked = now;
      look();
    }
    return keys;
  }

  private void look() {
    try {
      State there = state();
      if (!there.equals(state)) {
        keys = read(file);
        state = there;
        LOG.info("read " + keys.size() + " keys from " + file + " anew");
      }
    } catch (IOException e) {
      if (state != null) {
        LOG.log(Level.WARNING, "the keys stay as they are, as their file cannot be read: " + e);
      }
      state = null;
    }
  }

  private State state() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString(), null, "not a file");
    }
    return new State(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
  }
}
