package dev.dateline.cli;

import dev.dateline.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program as a process in a folder, with its index in {@code index} there, its output in {@code
 * out} and its errors in {@code err}.
 */
record RunningProgram(Path folder) {

  Path index() {
    return folder.resolve("index");
  }

  ProcessBuilder command(String... arguments) {
    return process(Stream.concat(java().stream(), Stream.of(arguments)).toList());
  }

  /**
   * The program as it is called in a line of a shell.
   *
   * @param line where {@code dateline} is the program
   */
  ProcessBuilder shell(String line) {
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "dateline() { \"${java[@]}\" \"$@\"; }\n" + line));
    command.set(2, "java=(\"$@\")\n" + command.get(2));
    command.add("dateline");
    command.addAll(java());
    return process(command);
  }

  private static List<String> java() {
    return JavaCommand.of(Program.class, "-XX:-UsePerfData");
  }

  private ProcessBuilder process(List<String> command) {
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().put("DATELINE_INDEX", index().toString());
    return process
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile());
  }

  /** What it said, in {@code out} or {@code err}. */
  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
