package dev.dateline.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of urls that say where a reader came from or how the page is shown, never which
 * article it is. They are listed in {@code trace-parameters.txt}.
 */
final class TraceParameters {

  private static final String WORD_VALUE = "=<word>";
  private static final Pattern WORD = Pattern.compile("[a-z._-]{0,24}");

  private static final Set<String> RULES = rules();
  private static final List<String> BEGINNINGS =
      RULES.stream()
          .filter(rule -> rule.endsWith("*"))
          .map(rule -> rule.substring(0, rule.length() - 1))
          .toList();

  private TraceParameters() {}

  /**
   * Whether a parameter is such a trace.
   *
   * @param telling whether the path tells the article, so that a doubtful parameter need not
   */
  static boolean trace(String name, String value, boolean telling) {
    String key = name.toLowerCase(Locale.ROOT);
    String lowerValue = value.toLowerCase(Locale.ROOT);
    return RULES.contains(key)
        || RULES.contains(key + "=" + lowerValue)
        || BEGINNINGS.stream().anyMatch(key::startsWith)
        || (telling && RULES.contains(key + WORD_VALUE) && WORD.matcher(lowerValue).matches());
  }

  private static Set<String> rules() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    TraceParameters.class.getResourceAsStream("trace-parameters.txt")),
                UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT))
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of trace parameters cannot be read", e);
    }
  }
}
