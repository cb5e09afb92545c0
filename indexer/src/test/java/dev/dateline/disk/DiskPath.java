package dev.dateline.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.apache.lucene.util.Unwrappable;
import org.jspecify.annotations.Nullable;

/** A real path as programs see it. Lucene unwraps it, to map the real file into memory. */
record DiskPath(Path real, DiskFileSystem fileSystem) implements Path, Unwrappable<Path> {

  /** The real path of one that programs see. */
  static Path real(Path path) {
    return ((DiskPath) path).real;
  }

  private DiskPath seen(Path path) {
    return new DiskPath(path, fileSystem);
  }

  private @Nullable DiskPath seenUnlessNull(@Nullable Path path) {
    return path == null ? null : seen(path);
  }

  @Override
  public Path unwrap() {
    return real;
  }

  @Override
  public FileSystem getFileSystem() {
    return fileSystem;
  }

  @Override
  public boolean isAbsolute() {
    return real.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return seenUnlessNull(real.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return seenUnlessNull(real.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return seenUnlessNull(real.getParent());
  }

  @Override
  public int getNameCount() {
    return real.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return seen(real.getName(index));
  }

  @Override
  public Path subpath(int from, int to) {
    return seen(real.subpath(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return real.startsWith(real(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return real.endsWith(real(other));
  }

  @Override
  public Path normalize() {
    return seen(real.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return seen(real.resolve(real(other)));
  }

  @Override
  public Path relativize(Path other) {
    return seen(real.relativize(real(other)));
  }

  @Override
  public URI toUri() {
    return real.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return seen(real.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return seen(real.toRealPath(options));
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return real.compareTo(real(other));
  }

  @Override
  public String toString() {
    return real.toString();
  }
}
