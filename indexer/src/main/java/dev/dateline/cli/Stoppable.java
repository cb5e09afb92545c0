package dev.dateline.cli;

import java.io.IOException;

/** Work that can be cut off by Ctrl-C or SIGTERM, and has last words then. */
final class Stoppable {

  /** The work, which gives an exit code. */
  @FunctionalInterface
  interface Work {
    int run() throws IOException;
  }

  private Stoppable() {}

  /**
   * Does the work. If the program is told to stop meanwhile, it ends after the last words, which
   * are said in a thread of their own while the work goes on.
   */
  static int run(Work work, Runnable lastWords) throws IOException {
    Thread hook = new Thread(lastWords, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } finally {
      end(hook);
    }
  }

  /** Says last words. */
  static void say(Terminal terminal, String words) {
    // Progress may stand on the line.
    String newLine = terminal.errIsInteractive() ? System.lineSeparator() : "";
    terminal.err().println(newLine + "dateline: stopped; " + words);
  }

  private static void end(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      awaitEnd(hook);
    }
  }

  /**
   * Nothing that the last words need may be closed under them, and nothing is said after them: the
   * program ends now.
   */
  private static void awaitEnd(Thread hook) {
    try {
      hook.join();
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
