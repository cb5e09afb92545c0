package dev.dateline.cli;

import dev.dateline.index.IndexStats;
import dev.dateline.index.Storage;
import dev.dateline.lucene.FailureList;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an index holds, as a person reads it: a line for each thing, its name before it. */
record StatsText(IndexStats stats, Path index) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("articles", number(stats.articles()) + dates()));
    lines.add(line("hidden", hidden()));
    lines.add(line("generation", stats.generation() + commit()));
    lines.add(line("previous", previous()));
    lines.add(line("on disk", ProgressLine.size(stats.bytes()) + segments()));
    Storage storage = stats.storage();
    if (storage != null) {
      lines.add(line("sources", sources(storage)));
      lines.add(line("failures", failures(storage)));
      lines.add(line("schema", Integer.toString(storage.schema())));
    }
    return lines;
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-13s%s", name, value);
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private String dates() {
    return stats.oldest() == null || stats.newest() == null
        ? stats.articles() == 0 ? "" : ", none dated"
        : ", from " + stats.oldest() + " to " + stats.newest();
  }

  private String hidden() {
    return number(stats.withdrawn())
        + " withdrawn, "
        + number(stats.embargoed())
        + " under embargo";
  }

  private String commit() {
    Instant at = stats.commit().at();
    String time = at == null ? "" : " of " + at.truncatedTo(ChronoUnit.SECONDS);
    return ", commit " + stats.commit().version() + time;
  }

  private String previous() {
    Storage storage = stats.storage();
    String size =
        storage == null || storage.previousBytes() == 0
            ? ""
            : ProgressLine.size(storage.previousBytes());
    if (stats.previous() == null) {
      return size.isEmpty()
          ? "none"
          : size + " of an earlier version; dateline rollback --discard removes it";
    }
    return "generation "
        + stats.previous()
        + (size.isEmpty() ? "" : ", " + size)
        + "; dateline rollback goes back to it";
  }

  private String segments() {
    Storage storage = stats.storage();
    if (storage == null) {
      return "";
    }
    return " in "
        + number(storage.segments())
        + (storage.segments() == 1 ? " segment" : " segments");
  }

  private static String sources(Storage storage) {
    if (storage.keptSources() == null) {
      return "cannot be read; dateline verify says more";
    }
    return storage.keptSources() == 0
        ? "none kept"
        : number(storage.keptSources()) + " kept, " + ProgressLine.size(storage.sourcesBytes());
  }

  private String failures(Storage storage) {
    return storage.failures() == 0
        ? "none"
        : number(storage.failures()) + ", listed in " + FailureList.of(index);
  }
}
