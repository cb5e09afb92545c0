package dev.dateline.article;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a url that may tell one article from another. */
final class UrlQuery {

  /** An ampersand as the source of a page writes it, copied without being decoded. */
  private static final Pattern COPIED = Pattern.compile("^(?:amp;)+(?=.)");

  /**
   * @param name in normal form
   * @param text the name, and {@code =} and the value where there is a value
   */
  private record Parameter(String name, String text) {

    static Parameter of(String written) {
      String text =
          PercentEncoding.normal(
              COPIED.matcher(written).replaceFirst("").replace("+", "%20"), "!$'()*,:@/?", ";=");
      int equals = text.indexOf('=');
      return new Parameter(equals < 0 ? text : text.substring(0, equals), text);
    }

    String value() {
      return text.substring(Math.min(text.length(), name.length() + 1));
    }
  }

  private UrlQuery() {}

  /**
   * The parameters in the order of their names, those of one name in their own, behind a question
   * mark; empty where none is left.
   *
   * @param path in canonical form
   */
  static String canonical(@Nullable String query, String path) {
    if (query == null) {
      return "";
    }
    boolean telling = tellsTheArticle(path);
    String kept =
        Stream.of(query.split("&", -1))
            .filter(written -> !written.isEmpty())
            .map(Parameter::of)
            .filter(one -> !TraceParameters.trace(one.name(), one.value(), telling))
            .sorted(Comparator.comparing(Parameter::name))
            .map(Parameter::text)
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  /** Whether the last segment has a digit, or words joined by hyphens. */
  private static boolean tellsTheArticle(String path) {
    return path.substring(path.lastIndexOf('/') + 1)
        .chars()
        .anyMatch(character -> character == '-' || Character.isDigit(character));
  }
}
