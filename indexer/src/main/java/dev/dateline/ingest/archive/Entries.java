package dev.dateline.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The entries of an archive, one after the other. */
interface Entries extends Closeable {

  /** The next entry, or null at the end. What was left of the one before is passed. */
  @Nullable Entry next() throws IOException;

  /** What is in the entry that came last. */
  InputStream content();

  /** What an entry is. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    /** A device or a pipe. */
    OTHER
  }

  /**
   * An entry.
   *
   * @param name its name, as it stands in the archive
   * @param unreadable why its content cannot be read, or null
   */
  record Entry(String name, Kind kind, @Nullable String unreadable) {}
}
