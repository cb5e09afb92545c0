package dev.dateline.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of a few megabytes, in memory. Where none can be mounted, which takes root, the test is
 * skipped.
 */
record SmallDisk(Path path) implements AutoCloseable {

  static SmallDisk mount(Path path, String size) throws IOException {
    Files.createDirectory(path);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString()),
        "no disk can be mounted: that needs root");
    return new SmallDisk(path);
  }

  void makeReadOnly() throws IOException {
    assumeTrue(run("mount", "-o", "remount,ro", path.toString()), "it cannot be made read-only");
  }

  private static boolean run(String... command) throws IOException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .onExit()
            .join()
            .exitValue()
        == 0;
  }

  @Override
  public void close() throws IOException {
    run("umount", path.toString());
  }
}
