package dev.dateline.server.compat;

import dev.dateline.server.http.Call;
import dev.dateline.server.http.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters that a client of another API sends, and those of a search that are made of them.
 * Parameters that do not matter here are passed over, as those APIs do.
 */
final class Asked {

  /** An instant without an offset, which is one of UTC to those who write it so. */
  private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+");

  private final Map<String, List<String>> given;
  private final Map<String, List<String>> search = new LinkedHashMap<>();

  Asked(Call call) {
    given = call.parameters();
  }

  boolean has(String name) {
    return !value(name).isEmpty();
  }

  /** What was given, or an empty text. Several values are one with commas. */
  String value(String name) {
    return given.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining(","));
  }

  /** The values of a list. */
  List<String> values(String name) {
    return Arrays.stream(value(name).split(",", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** Hands on what means the same in a search, under a name that a search knows. */
  Asked same(String... names) {
    for (String name : names) {
      if (has(name)) {
        set(name, value(name));
      }
    }
    return this;
  }

  /** Hands on dates and instants. */
  Asked moments(String... names) {
    for (String name : names) {
      if (has(name)) {
        String value = value(name);
        set(name, LOCAL.matcher(value).matches() ? value + "Z" : value);
      }
    }
    return this;
  }

  /** Hands on a list whose values have other names here, one or several for each. */
  Asked renamed(String name, Map<String, List<String>> names) {
    Set<String> ours = new LinkedHashSet<>();
    for (String value : values(name)) {
      List<String> meant = names.get(value);
      if (meant == null) {
        String known = String.join(", ", names.keySet().stream().sorted().toList());
        throw new ProblemException(400, "invalid-parameter", name + ": one of " + known);
      }
      ours.addAll(meant);
    }
    if (!ours.isEmpty()) {
      set(name, String.join(",", ours));
    }
    return this;
  }

  /** Sets a parameter of the search. */
  Asked set(String name, String value) {
    search.put(name, List.of(value));
    return this;
  }

  /** Refuses what would be answered otherwise than it is meant. */
  Asked refuse(String why, String... names) {
    Stream.of(names)
        .filter(this::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw new ProblemException(400, "invalid-parameter", name + ": " + why);
            });
    return this;
  }

  /** For {@link dev.dateline.index.SearchParameters#parse}. */
  Map<String, List<String>> search() {
    return search;
  }
}
