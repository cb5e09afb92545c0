package dev.dateline;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs a program of these tests in a process of its own. */
public final class JavaCommand {

  private JavaCommand() {}

  /**
   * Java as it runs here: its version, class path, compiler and collector. Arguments of the program
   * may follow.
   *
   * @param options more for the JVM
   */
  public static List<String> of(Class<?> program, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED"); // as the manifest of the program says
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:"))
        .forEach(command::add);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    return command;
  }
}
