package dev.dateline.cli;

import dev.dateline.ingest.reader.Outcome;
import dev.dateline.lucene.FailureList;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a failures file: {@code {"path":"/news/a.zip","file":"a.zip!b.jsonl","where":"line
 * 17","reason":"…","format":"json"}}.
 *
 * @param path the file on disk, absolute; null for the standard input
 * @param file the file as outcomes name it
 * @param where the place in the file, or empty for the file
 * @param reason why; null in a draft, where the line only says that the file was read again
 * @param format the format that it was taken for, or null
 */
record FailureLine(
    @Nullable String path,
    String file,
    String where,
    @Nullable String reason,
    @Nullable String format) {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** What to do with a line. */
  @FunctionalInterface
  interface Visitor {
    void visit(FailureLine line) throws IOException;
  }

  static FailureLine of(@Nullable String path, Outcome.Malformed failure) {
    return new FailureLine(
        path, failure.file(), failure.where(), failure.reason(), failure.format());
  }

  static FailureLine readAgain(String path) {
    return new FailureLine(path, path, "", null, null);
  }

  /**
   * Shows the lines of a failures file, if there is one. A line that is half written is left out.
   */
  static void forEach(Path file, Visitor visitor) throws IOException {
    if (Files.exists(file)) {
      try (BufferedReader lines = FailureList.open(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          FailureLine parsed = parse(line);
          if (parsed != null) {
            visitor.visit(parsed);
          }
        }
      }
    }
  }

  private static @Nullable FailureLine parse(String line) {
    try {
      return MAPPER.readValue(line, FailureLine.class);
    } catch (JacksonException halfWritten) {
      return null;
    }
  }

  /** The files on disk that a failures file names, in its order. */
  static Set<String> paths(Path file) throws IOException {
    Set<String> paths = new LinkedHashSet<>();
    forEach(
        file,
        line -> {
          if (line.path() != null) {
            paths.add(line.path());
          }
        });
    return paths;
  }
}
