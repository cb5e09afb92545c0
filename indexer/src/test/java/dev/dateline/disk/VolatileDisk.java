package dev.dateline.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A disk on which only that is sure to outlast a power cut which was synced: the bytes of a file by
 * a sync of the file, a name that is new, gone or another's by a sync of its folder. Of the rest a
 * cut leaves what chance wants: of the sectors of a file any, of the names in a folder those that
 * changed up to a moment, as journals of file systems have it; a rename is whole or not at all.
 * Programs see a real folder through {@link #root}. They can be cut off at any step that changes
 * something, and syncs of files can fail. Thread-safe.
 *
 * <p>Not simulated: disks that lie about a sync, file systems that keep names in another order than
 * they were given, symbolic links, and a sync of a folder that fails.
 */
public final class VolatileDisk {

  private final Random random;
  private final Path root;
  private final FolderNode tree;
  private final List<Change> changes = new ArrayList<>();
  private long stepsLeft = Long.MAX_VALUE;
  private double faultySyncs;
  private boolean noSyncs;
  private long syncs;
  private volatile Runnable beforeSync = () -> {};

  /** Names that are changed together, or not at all. */
  private static final class Change {
    private final List<Name> names;
    private boolean synced;

    Change(List<Name> names) {
      this.names = names;
    }
  }

  /** A name that stands for something from now on; for nothing, if that is null. */
  record Name(FolderNode folder, String name, @Nullable Node node) {

    void putInto(Map<String, Node> names) {
      if (node == null) {
        names.remove(name);
      } else {
        names.put(name, node);
      }
    }
  }

  /** A disk with what is in a real folder, all of it synced. */
  public VolatileDisk(Path folder, Random random) throws IOException {
    Path real = folder.toRealPath();
    this.random = random;
    this.tree = FolderNode.read(real);
    this.root = new DiskPath(real, new DiskFileSystem(new DiskProvider(this, real)));
  }

  /** The folder as programs see it. */
  public Path root() {
    return root;
  }

  /**
   * Cuts programs off after so many steps that change something: all later ones fail.
   *
   * @param faultySyncs how probable it is that a sync of a file fails, 0 to 1
   */
  public synchronized void cutOffAfter(long steps, double faultySyncs) {
    this.stepsLeft = steps;
    this.faultySyncs = faultySyncs;
  }

  /** Lets all syncs of files fail from now on, or no more than before. */
  public synchronized void failSyncs(boolean all) {
    noSyncs = all;
  }

  /** Does something before each sync from now on. */
  public void beforeEachSync(Runnable work) {
    beforeSync = work;
  }

  /** To be called before a sync by who holds nothing of the disk. */
  void beforeSync() {
    beforeSync.run();
  }

  /** Whether programs are cut off. */
  public synchronized boolean isCutOff() {
    return stepsLeft <= 0;
  }

  /**
   * Cuts the power, and writes what is left of all into another real folder.
   *
   * @return the disk with what is left
   */
  public synchronized VolatileDisk cutPower(Path left) throws IOException {
    stepsLeft = 0;
    // Sometimes nothing is left that was not synced, and sometimes all.
    double chance = List.of(0.0, 0.5, 0.9, 1.0).get(random.nextInt(4));
    double chanceOfNames = List.of(0.0, 0.5, 0.95, 1.0).get(random.nextInt(4));
    Set<FolderNode> lost = new HashSet<>();
    for (Change change : changes) {
      FolderNode folder = change.names.getFirst().folder();
      if (!change.synced && random.nextDouble() >= chanceOfNames) {
        lost.add(folder);
      }
      if (!lost.contains(folder)) {
        change.names.forEach(name -> name.putInto(name.folder().kept()));
      }
    }
    tree.write(left, file -> file.afterPowerCut(chance, random));
    return new VolatileDisk(left, random);
  }

  /** How often programs synced a file or a folder. */
  public synchronized long syncs() {
    return syncs;
  }

  /** A step that changes something. */
  interface Step<T> {
    T take() throws IOException;
  }

  /** Takes a step, unless programs are cut off; the last one may be taken or not. */
  synchronized <T> T step(Step<T> step) throws IOException {
    if (stepsLeft <= 0) {
      throw cutOff();
    }
    stepsLeft--;
    if (stepsLeft == 0) {
      if (random.nextBoolean()) {
        step.take();
      }
      throw cutOff();
    }
    return step.take();
  }

  private static IOException cutOff() {
    return new IOException("the program is cut off from the disk");
  }

  /** Names change, all or none; to be called within a step. */
  void change(Name... names) {
    for (Name name : names) {
      name.putInto(name.folder().seen());
    }
    changes.add(new Change(List.of(names)));
  }

  /** What a path below the root stands for. */
  synchronized @Nullable Node find(Path below) {
    Node node = tree;
    for (Path name : below) {
      if (!name.toString().isEmpty()) {
        node = node instanceof FolderNode folder ? folder.seen().get(name.toString()) : null;
      }
    }
    return node;
  }

  /**
   * Syncs a file or a folder. Lucene holds it for impossible that the sync of a folder fails, so
   * that is no step: to be cut off before it is to be cut off after the one before.
   */
  synchronized void sync(Node node) throws IOException {
    syncs++;
    switch (node) {
      case FileNode file -> step(() -> syncFile(file));
      case FolderNode folder -> {
        if (stepsLeft > 0) {
          syncNames(folder);
        }
      }
    }
  }

  private boolean syncFile(FileNode file) throws IOException {
    if (noSyncs || random.nextDouble() < faultySyncs) {
      file.failToSync(random);
      throw new IOException("the disk could not sync");
    }
    file.sync();
    return true;
  }

  private void syncNames(FolderNode folder) {
    for (Change change : changes) {
      change.synced |= change.names.stream().anyMatch(name -> name.folder() == folder);
    }
  }
}
