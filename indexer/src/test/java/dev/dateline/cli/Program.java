package dev.dateline.cli;

/** The program, for tests that need a process of its own. */
final class Program {

  private Program() {}

  public static void main(String[] arguments) {
    System.exit(DatelineCommand.run(arguments));
  }
}
