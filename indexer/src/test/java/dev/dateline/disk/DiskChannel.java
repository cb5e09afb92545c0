package dev.dateline.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads and writes a real file, and tells the disk what is written and synced. */
final class DiskChannel extends FileChannel {

  private final FileChannel real;
  private final VolatileDisk disk;
  private final Node node;

  DiskChannel(FileChannel real, VolatileDisk disk, Node node) {
    this.real = real;
    this.disk = disk;
    this.node = node;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int written = write(source, position());
    position(position() + written);
    return written;
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    long written = 0;
    for (int i = offset; i < offset + length; i++) {
      written += write(sources[i]);
    }
    return written;
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    return disk.step(
        () -> {
          byte[] bytes = new byte[source.remaining()];
          source.duplicate().get(bytes);
          ((FileNode) node).write(position, bytes);
          return real.write(source, position);
        });
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    disk.step(
        () -> {
          ((FileNode) node).truncate(size);
          return real.truncate(size);
        });
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    disk.beforeSync();
    disk.sync(node);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return real.read(target);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return real.read(targets, offset, length);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return real.read(target, position);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return real.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return real.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return real.lock(position, size, shared);
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
