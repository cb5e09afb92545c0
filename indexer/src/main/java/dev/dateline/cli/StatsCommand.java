package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.IndexStats;
import dev.dateline.json.StatsJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "stats",
    description = {
      "Tell what an index holds, and what it takes on disk.",
      "",
      "It may be searched, served and written meanwhile; what is told is of its last commit. With"
          + " --format json it is what a server answers at /v1/stats.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline stats --index news",
      "  dateline stats --index news --format json",
      "  dateline stats --index backups/20261125T223000.000Z"
    })
final class StatsCommand implements Callable<Integer> {

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  private final Terminal terminal;

  StatsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (ArticleIndex articles = Dateline.open(index.folder())) {
      IndexStats stats = articles.stats();
      if (format.isJson()) {
        terminal.out().println(new String(StatsJson.toBytes(stats), UTF_8));
      } else {
        new StatsText(stats, index.folder()).lines().forEach(terminal::tell);
      }
    }
    return 0;
  }
}
