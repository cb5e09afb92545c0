package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.evaluation.Comparison;
import dev.dateline.evaluation.Evaluation;
import dev.dateline.evaluation.Judgments;
import dev.dateline.evaluation.Measure;
import dev.dateline.evaluation.Run;
import dev.dateline.evaluation.Topic;
import dev.dateline.evaluation.TopicSearch;
import dev.dateline.evaluation.Topics;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "evaluate",
    description = {
      "Measure the ranking against judged topics.",
      "",
      "Asks each topic as a search would, and prints how good the hits are, by the definitions of"
          + " trec_eval -c: a topic without hits counts 0. Topics of which nothing was judged are"
          + " left out.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline evaluate --topics topics.tsv --qrels qrels.txt --match any --recency off",
      "  dateline evaluate --topics topics.tsv --qrels qrels.txt --run one.run",
      "  dateline evaluate --topics topics.tsv --qrels qrels.txt --match all --baseline one.run"
    })
final class EvaluateCommand implements Callable<Integer> {

  private static final EnumSet<SearchParameter> OWN =
      EnumSet.of(
          SearchParameter.Q,
          SearchParameter.PAGE,
          SearchParameter.PAGE_SIZE,
          SearchParameter.CURSOR,
          SearchParameter.TOTAL,
          SearchParameter.FIELDS,
          SearchParameter.HIGHLIGHT);

  /** What is compared with a baseline: the measures of the two common kinds of judged sets. */
  private static final List<Measure> COMPARED = List.of(Measure.NDCG_10, Measure.MAP, Measure.MRR);

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      order = 1,
      required = true,
      description = "the topics: a number, a tab and a text on each line, or TREC's markup")
  private Path topics = Path.of("");

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      order = 2,
      required = true,
      description = "the judgments: topic 0 id grade")
  private Path qrels = Path.of("");

  @Option(
      names = "--hits",
      paramLabel = "N",
      order = 3,
      defaultValue = "1000",
      description = "how many hits of each topic are looked at, up to 10000 (${DEFAULT-VALUE})")
  private int hits = 1000;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      order = 4,
      description = "write the hits to this file, which trec_eval reads")
  private @Nullable Path run;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      order = 5,
      description = "compare with the run in this file, by a paired randomisation test")
  private @Nullable Path baseline;

  @Option(names = "--per-topic", order = 6, description = "print the measures of each topic too")
  private boolean perTopic;

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  private EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command with its options, ready to be added to the program. */
  static CommandLine on(Terminal terminal) {
    CommandLine evaluate = new CommandLine(new EvaluateCommand(terminal));
    SearchOptions.addTo(evaluate.getCommandSpec(), OWN);
    return evaluate;
  }

  @Override
  public Integer call() throws IOException {
    if (hits < 1 || hits > TopicSearch.MOST_HITS) {
      throw wrong("--hits is a number from 1 to " + TopicSearch.MOST_HITS);
    }
    List<Topic> asked = read("--topics", topics, Topics::read);
    List<String> numbers = asked.stream().map(Topic::number).toList();
    Judgments judgments = read("--qrels", qrels, Judgments::read);
    if (numbers.stream().allMatch(number -> judgments.of(number).isEmpty())) {
      throw wrong("none of the topics in " + topics + " is judged in " + qrels);
    }
    Run other = baseline == null ? null : read("--baseline", baseline, Run::read);
    Run found = run(asked);
    if (run != null) {
      found.write(run, "dateline");
    }
    Evaluation evaluation = Evaluation.of(found, judgments, numbers);
    Map<Measure, Comparison> compared = new EnumMap<>(Measure.class);
    if (other != null) {
      Evaluation before = Evaluation.of(other, judgments, numbers);
      COMPARED.forEach(
          measure -> compared.put(measure, Comparison.of(evaluation, before, measure)));
    }
    EvaluationReport report = new EvaluationReport(evaluation, compared, perTopic);
    terminal.out().print(format.isJson() ? report.json() : report.text());
    return CommandLine.ExitCode.OK;
  }

  /** Reads a file of an option, before anything is searched: one that is none is wrong use. */
  private <T> T read(String option, Path file, FileReader<T> reader) {
    if (Files.isDirectory(file)) {
      throw wrong(option + ": " + file + " is a folder");
    }
    try {
      return reader.read(file);
    } catch (IOException e) {
      throw wrong(option + ": " + Errors.sentence(e));
    }
  }

  private interface FileReader<T> {
    T read(Path file) throws IOException;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(command.commandLine(), what);
  }

  private Run run(List<Topic> asked) throws IOException {
    Map<String, List<String>> parameters =
        SearchOptions.given(command.commandLine().getParseResult());
    try (ArticleIndex articles = Dateline.open(index.folder())) {
      return new TopicSearch(articles, SearchParameters.parse(parameters), hits).run(asked);
    }
  }
}
