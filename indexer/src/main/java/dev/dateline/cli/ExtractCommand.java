package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Provenance;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.json.ArticleJson;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "extract",
    description = {
      "Show what would be indexed, and write nothing.",
      "",
      "Prints JSON Lines: for each article its fields, the file that it was read from, what its"
          + " date was taken from, and as text all that is searched below its title, in page order."
          + " What cannot be read is named on standard error.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline extract story.txt",
      "  dateline extract story.txt --explain",
      "  dateline extract articles/ | jq -r .title",
      "  curl -s https://news.example/feed.xml | dateline extract -"
    })
final class ExtractCommand implements Callable<Integer> {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "files, folders with all that is in them, or - for standard input")
  private List<Path> paths = List.of();

  @Option(
      names = "--explain",
      description = "show the provenance too: which rule set each field, and what was dropped")
  private boolean explain;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;
  private long failed;

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Inputs.of(paths, command.commandLine()).read(null, terminal.in(), this::show);
    return failed == 0 ? 0 : 1;
  }

  private void show(Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Read read -> terminal.out().println(line(read.article()));
      case Outcome.Malformed failure -> {
        failed++;
        String place = failure.where().isEmpty() ? "" : ", " + failure.where();
        terminal.say("skipped " + failure.file() + place + ": " + failure.reason());
      }
      case Outcome.PassedOver passed ->
          terminal.say("passed over " + passed.file() + ": " + passed.reason());
    }
    if (terminal.out().checkError()) {
      throw new IOException("standard output was closed");
    }
  }

  private String line(Article article) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(line)) {
      json.writeStartObject();
      ArticleJson.writeFields(
          explain ? article : article.with().provenance(Provenance.NONE).build(), json);
      json.writeStringProperty("file", article.provenance().file());
      String dateSource = article.provenance().rules().get("published");
      if (dateSource != null) {
        json.writeStringProperty("dateSource", dateSource);
      }
      json.writeStringProperty("text", text(article));
      json.writeEndObject();
    }
    return line.toString();
  }

  /** A line for each paragraph and bullet. */
  private static String text(Article article) {
    List<String> lines = new ArrayList<>();
    if (article.summary() != null) {
      lines.add(article.summary());
    }
    lines.addAll(article.takeaways());
    lines.addAll(article.body());
    article.parts().stream().map(Part::text).forEach(lines::add);
    return String.join("\n", lines);
  }
}
