package dev.dateline.cli;

import dev.dateline.index.ParameterSet;
import dev.dateline.index.SearchParameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The parameters of a question as options of a command: {@code page-size} is {@code --page-size}.
 */
final class SearchOptions {

  private SearchOptions() {}

  /**
   * Gives the command an option for each parameter of a search, and hidden ones for other names.
   */
  static void addTo(CommandSpec command) {
    addTo(command, EnumSet.noneOf(SearchParameter.class));
  }

  /** The same without the parameters that the command sets itself. */
  static void addTo(CommandSpec command, EnumSet<SearchParameter> own) {
    addTo(command, ParameterSet.SEARCH, own);
  }

  /**
   * Gives the command an option for each parameter, and hidden ones for the other names.
   *
   * @param own parameters that the command sets itself
   */
  static void addTo(CommandSpec command, ParameterSet parameters, EnumSet<SearchParameter> own) {
    for (SearchParameter parameter : parameters.parameters()) {
      if (own.contains(parameter)) {
        continue;
      }
      // The query is what stands without a name; with one it is for those who expect it.
      boolean hidden = parameter == SearchParameter.Q;
      command.addOption(option(parameter, parameter.label(), hidden));
      parameter.aliases().forEach(alias -> command.addOption(option(parameter, alias, true)));
    }
  }

  /**
   * Gives the command the query as an option, where what stands without a name is something else.
   */
  static void addQueryTo(CommandSpec command) {
    SearchParameter query = SearchParameter.Q;
    command.addOption(option(query, "query", false));
    command.addOption(option(query, query.label(), true));
  }

  private static OptionSpec option(SearchParameter parameter, String name, boolean hidden) {
    // A list, so that an option may be repeated and the one who reads it says where it may not.
    return OptionSpec.builder("--" + name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(parameter.form())
        .description(parameter.description().replace("%", "%%"))
        .hidden(hidden)
        .build();
  }

  /** The parameters of a search that were given, by the names under which they were given. */
  static Map<String, List<String>> given(ParseResult parsed) {
    return given(parsed, ParameterSet.SEARCH);
  }

  /** The parameters that were given, by the names under which they were given. */
  static Map<String, List<String>> given(ParseResult parsed, ParameterSet parameters) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      String name = option.longestName().substring(2);
      if (parameters.named(name) != null) {
        given.put(name, new ArrayList<>(option.<List<String>>getValue()));
      }
    }
    return given;
  }
}
