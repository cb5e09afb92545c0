package dev.dateline.cli;

import java.util.HashSet;
import java.util.Set;

/** The ids of the articles that one reading of a file has given. Used by one thread at a time. */
final class FileIds {

  /** Ids that are remembered, some 30 MB; not fitted. */
  private static final int ROOM = 1 << 18;

  private final Set<String> ids = new HashSet<>();
  private boolean stream = true;

  /**
   * A reading begins.
   *
   * @param stream whether it is of a stream, which comes once and is never edited
   */
  void begin(boolean stream) {
    ids.clear();
    this.stream = stream;
  }

  /**
   * Adds an id; gives whether it may have been there. That is said, too, of all articles of a
   * stream, and of those of a file that has more than can be remembered: the fuller copy is kept of
   * them, whatever was cut on purpose.
   */
  boolean again(String id) {
    if (stream || ids.contains(id) || ids.size() == ROOM) {
      return true;
    }
    ids.add(id);
    return false;
  }
}
