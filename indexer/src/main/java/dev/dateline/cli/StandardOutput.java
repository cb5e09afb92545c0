package dev.dateline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard output, of which it is known when it fails, and why. Stays open. */
final class StandardOutput extends OutputStream {

  private static final Path DEVICE = Path.of("/proc/self/fd/1");

  private final PrintStream out;

  StandardOutput(PrintStream out) {
    this.out = out;
  }

  /** Who read the output has seen enough, as {@code head} has. */
  static final class ReaderGoneException extends IOException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    check();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    check();
  }

  @Override
  public void flush() throws IOException {
    check();
  }

  private void check() throws IOException {
    if (out.checkError()) {
      throw failure();
    }
  }

  /** The stream has kept the reason to itself; one more byte past it meets the same. */
  @SuppressWarnings("resource") // closing it would close the standard output of the process
  private static IOException failure() {
    if (isPipe()) {
      return new ReaderGoneException();
    }
    try {
      new FileOutputStream(FileDescriptor.out).write('\n');
      return new IOException("standard output cannot be written");
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains("Broken pipe")
          ? new ReaderGoneException()
          : new IOException("standard output cannot be written: " + e.getMessage(), e);
    }
  }

  /** Whether the output goes to a process, so that nothing but its end makes it fail. */
  private static boolean isPipe() {
    try {
      String device = Files.readSymbolicLink(DEVICE).toString();
      return device.startsWith("pipe:") || device.startsWith("socket:");
    } catch (IOException notLinux) {
      return false;
    }
  }
}
