package dev.dateline.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Does to a real folder what programs do, and tells the disk of it. */
final class DiskProvider extends PassingProvider {

  private final VolatileDisk disk;
  private final Path root;

  /**
   * @param root the real folder
   */
  DiskProvider(VolatileDisk disk, Path root) {
    this.disk = disk;
    this.root = root;
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (!options.contains(StandardOpenOption.WRITE)) {
      FileChannel channel = real.newFileChannel(DiskPath.real(path), options, attributes);
      return new DiskChannel(channel, disk, node(path));
    }
    return disk.step(
        () -> {
          FileChannel channel = real.newFileChannel(DiskPath.real(path), options, attributes);
          if (disk.find(below(path)) == null) {
            disk.change(new VolatileDisk.Name(parent(path), name(path), new FileNode(new byte[0])));
          } else if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)
              && node(path) instanceof FileNode file) {
            file.truncate(0);
          }
          return new DiskChannel(channel, disk, node(path));
        });
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return options.contains(StandardOpenOption.WRITE)
        ? newFileChannel(path, options, attributes)
        : real.newByteChannel(DiskPath.real(path), options, attributes);
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    disk.step(
        () -> {
          real.createDirectory(DiskPath.real(path), attributes);
          disk.change(new VolatileDisk.Name(parent(path), name(path), new FolderNode()));
          return path;
        });
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    disk.step(
        () -> {
          Node moved = node(source);
          real.move(DiskPath.real(source), DiskPath.real(target), options);
          disk.change(
              new VolatileDisk.Name(parent(source), name(source), null),
              new VolatileDisk.Name(parent(target), name(target), moved));
          return target;
        });
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    disk.step(
        () -> {
          real.createLink(DiskPath.real(link), DiskPath.real(existing));
          disk.change(new VolatileDisk.Name(parent(link), name(link), node(existing)));
          return link;
        });
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.step(
        () -> {
          real.delete(DiskPath.real(path));
          disk.change(new VolatileDisk.Name(parent(path), name(path), null));
          return path;
        });
  }

  private Path below(Path path) {
    return root.relativize(DiskPath.real(path).toAbsolutePath());
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private FolderNode parent(Path path) throws IOException {
    return (FolderNode) node(path.toAbsolutePath().getParent());
  }

  private Node node(Path path) throws IOException {
    if (!DiskPath.real(path).startsWith(root)) {
      return new FolderNode(); // above the disk nothing is lost
    }
    Node node = disk.find(below(path));
    if (node == null) {
      throw new NoSuchFileException(path.toString());
    }
    return node;
  }
}
