package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a generation, which each of its commits names: what is in it, and how its words are
 * made.
 *
 * @param version a number, such as {@link Fields#SCHEMA}; null, or something else, where Dateline
 *     did not make it
 */
record Schema(@Nullable String version) {

  private static final String KEY = "dateline.schema";

  private static final String UNDERSTOOD =
      "this version of Dateline understands schema " + Fields.SCHEMA;

  /** What the commits of a new generation are to name. */
  static Map<String, String> userData() {
    return Map.of(KEY, Integer.toString(Fields.SCHEMA));
  }

  /** The one that a commit names. */
  static Schema of(SegmentInfos commit) {
    return new Schema(commit.getUserData().get(KEY));
  }

  /** The one that the latest commit names. */
  static Schema of(Directory generation) throws IOException {
    return of(SegmentInfos.readLatestCommit(generation));
  }

  /** Whether this version of Dateline can search and write it. */
  boolean isUnderstood() {
    return Integer.toString(Fields.SCHEMA).equals(version);
  }

  /** Whether an earlier version of Dateline made it, so that its articles can be read. */
  boolean isEarlier() {
    return number() < Fields.SCHEMA;
  }

  /** The version; higher than any where Dateline did not make it. */
  int number() {
    return version != null && version.matches("\\d{1,9}")
        ? Integer.parseInt(version)
        : Integer.MAX_VALUE;
  }

  /**
   * Checks that a generation can be searched and written.
   *
   * @throws UnusableIndexException if it cannot; says what to do
   */
  static void check(Directory generation) throws IOException {
    try {
      check(SegmentInfos.readLatestCommit(generation), generation);
    } catch (IndexNotFoundException e) {
      throw new UnusableIndexException("the index in " + generation + " has no commit", e);
    }
  }

  /** The same by one of its commits. */
  static void check(SegmentInfos commit, Directory generation) throws UnusableIndexException {
    Schema schema = of(commit);
    if (!schema.isUnderstood()) {
      throw new UnusableIndexException(schema.refusal(generation));
    }
  }

  private String refusal(Directory generation) {
    String path = path(generation);
    String refused = "the index in " + path + " has schema " + version + ", and " + UNDERSTOOD;
    if (isEarlier()) {
      Path index = Path.of(path, "../..").normalize();
      return refused + ": make it anew, with no need of sources: dateline reindex --index " + index;
    }
    return number() == Integer.MAX_VALUE
        ? refused + ": Dateline did not make it"
        : refused + ": use the later version that made it";
  }

  /** The folder of a generation. */
  private static String path(Directory generation) {
    return FilterDirectory.unwrap(generation) instanceof FSDirectory folder
        ? folder.getDirectory().toString()
        : generation.toString();
  }

  /** Whether an earlier version made a generation that is kept; false if it cannot be read. */
  static boolean isEarlier(IndexFolder folder, long number) {
    try (Directory kept = folder.open(number)) {
      return of(kept).isEarlier();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Checks that one can go back to a generation that is kept.
   *
   * @throws UnusableIndexException if it has another schema
   */
  static void checkKept(IndexFolder folder, long number) throws IOException {
    try (Directory kept = folder.open(number)) {
      Schema schema = of(kept);
      if (!schema.isUnderstood()) {
        throw new UnusableIndexException(
            "generation "
                + number
                + ", which is kept in "
                + folder.root()
                + ", has schema "
                + schema.version
                + ", and "
                + UNDERSTOOD
                + ": nobody can go back to it; dateline rollback --discard removes it");
      }
    }
  }
}
