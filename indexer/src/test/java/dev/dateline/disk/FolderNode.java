package dev.dateline.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names in a folder. */
final class FolderNode implements Node {

  private final Map<String, Node> seen = new TreeMap<>();
  private final Map<String, Node> kept = new TreeMap<>();

  /** Those that programs see. */
  Map<String, Node> seen() {
    return seen;
  }

  /** Those that a power cut leaves. */
  Map<String, Node> kept() {
    return kept;
  }

  /** A real folder with all that is in it. */
  static FolderNode read(Path path) throws IOException {
    FolderNode folder = new FolderNode();
    try (Stream<Path> inside = Files.list(path)) {
      for (Path each : inside.toList()) {
        folder.kept.put(
            each.getFileName().toString(),
            Files.isDirectory(each) ? read(each) : new FileNode(Files.readAllBytes(each)));
      }
    }
    folder.seen.putAll(folder.kept);
    return folder;
  }

  /**
   * Writes all that is left into a real folder.
   *
   * @param bytes what is left of a file
   */
  void write(Path path, Function<FileNode, byte[]> bytes) throws IOException {
    Files.createDirectories(path);
    for (Map.Entry<String, Node> each : kept.entrySet()) {
      Path inner = path.resolve(each.getKey());
      switch (each.getValue()) {
        case FileNode file -> Files.write(inner, bytes.apply(file));
        case FolderNode folder -> folder.write(inner, bytes);
      }
    }
  }
}
