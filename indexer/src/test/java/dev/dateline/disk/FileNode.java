package dev.dateline.disk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.function.IntPredicate;

/** The bytes of a file: those that programs see, and those that a power cut leaves. */
final class FileNode implements Node {

  /** What a disk writes whole or not at all, in bytes. */
  private static final int SECTOR = 512;

  private byte[] seen;
  private int length;
  private byte[] kept;

  /** The sectors that were written since the last sync. */
  private final BitSet written = new BitSet();

  FileNode(byte[] kept) {
    this.seen = kept;
    this.length = kept.length;
    this.kept = kept;
  }

  void write(long at, byte[] bytes) {
    int from = Math.toIntExact(Math.min(at, length));
    int to = Math.toIntExact(at + bytes.length);
    if (to > seen.length) {
      seen = Arrays.copyOf(seen, Math.max(to, 2 * seen.length));
    }
    System.arraycopy(bytes, 0, seen, (int) at, bytes.length);
    length = Math.max(length, to);
    if (from < to) {
      written.set(from / SECTOR, (to - 1) / SECTOR + 1);
    }
  }

  void truncate(long size) {
    if (size < length) {
      seen = Arrays.copyOf(seen, (int) size);
      length = (int) size;
    }
  }

  /** All that was written is kept from now on. */
  void sync() {
    kept = left(length, sector -> true);
    written.clear();
  }

  /**
   * A sync fails: some sectors are kept, and the others are forgotten, as Linux forgets which pages
   * it could not write. The next sync succeeds without them.
   */
  void failToSync(Random random) {
    kept = afterPowerCut(0.5, random);
    written.clear();
  }

  /**
   * What is there after a power cut: of each sector that was not synced the old or the new bytes,
   * and zeros where there were none.
   *
   * @param chance how probable it is that a sector was written, 0 to 1
   */
  byte[] afterPowerCut(double chance, Random random) {
    int size = kept.length;
    if (random.nextDouble() < chance) {
      int least = Math.min(size, length);
      int most = Math.max(size, length);
      size = random.nextInt(4) == 0 ? random.nextInt(least, most + 1) : length;
    }
    return left(size, sector -> random.nextDouble() < chance);
  }

  private byte[] left(int size, IntPredicate isWritten) {
    byte[] left = Arrays.copyOf(kept, size);
    written.stream()
        .filter(isWritten)
        .forEach(
            sector -> {
              int start = sector * SECTOR;
              int end = Math.min(start + SECTOR, Math.min(length, size));
              if (start < end) {
                System.arraycopy(seen, start, left, start, end - start);
              }
            });
    return left;
  }
}
