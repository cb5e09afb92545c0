package dev.dateline.benchmarks.corpus;

import java.util.Locale;

/** How many segments an index has. */
public enum Layout {
  /** One, which {@code dateline index} leaves behind where it wrote much, and each reindex. */
  MERGED,
  /** As they come where articles are added one after another, and nothing but that is done. */
  GROWN;

  /** The name of the folder of an index. */
  public String of(String index) {
    return index + "-" + name().toLowerCase(Locale.ROOT);
  }
}
