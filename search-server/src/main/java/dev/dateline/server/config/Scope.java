package dev.dateline.server.config;

import java.util.Locale;

/** What the holder of a key may do. Each includes those before it. */
public enum Scope {
  /** Search, and read articles. */
  READ,
  /** Add, replace and delete articles. */
  WRITE,
  /** Everything, also what concerns the whole index. */
  ADMIN;

  /** Whether this includes the other. */
  public boolean includes(Scope other) {
    return compareTo(other) >= 0;
  }

  /** The name that people write: {@code write}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The scope of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Scope named(String label) {
    for (Scope scope : values()) {
      if (scope.label().equals(label)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("a scope is read, write or admin, and not " + label);
  }
}
