package dev.dateline.lucene;

import dev.dateline.query.Attribute;
import java.util.ArrayList;
import java.util.List;

/** The shorter names under which a name of several labels is found too. */
final class Labels {

  private Labels() {}

  /**
   * All names under which a value of an attribute is found, itself among them: a site by any of its
   * parents ({@code edition.cnn.com, cnn.com, com}), a language by any of its shorter tags ({@code
   * pt-br, pt}).
   *
   * @param folded the value as it is compared
   */
  static List<String> broader(Attribute attribute, String folded) {
    return switch (attribute) {
      case DOMAIN -> suffixes(folded);
      case LANGUAGE -> prefixes(folded);
      case SOURCE, SECTION, AUTHOR, TAG -> List.of(folded);
    };
  }

  /** Whether a value of an attribute may be found under other names too. */
  static boolean isNested(Attribute attribute) {
    return attribute == Attribute.DOMAIN || attribute == Attribute.LANGUAGE;
  }

  /** {@code edition.cnn.com} gives itself, {@code cnn.com} and {@code com}. */
  static List<String> suffixes(String host) {
    List<String> suffixes = new ArrayList<>();
    for (int start = 0; start < host.length(); start = end(host, start) + 1) {
      suffixes.add(host.substring(start));
    }
    return suffixes;
  }

  /** {@code zh-hans-cn} gives itself, {@code zh-hans} and {@code zh}. */
  static List<String> prefixes(String languageTag) {
    List<String> prefixes = new ArrayList<>();
    for (int end = languageTag.length(); end > 0; end = languageTag.lastIndexOf('-', end - 1)) {
      prefixes.add(languageTag.substring(0, end));
    }
    return prefixes;
  }

  /** Where the label ends that starts here. */
  private static int end(String host, int start) {
    int dot = host.indexOf('.', start);
    return dot < 0 ? host.length() : dot;
  }
}
