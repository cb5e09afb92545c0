package dev.dateline.ingest.markdown;

import dev.dateline.ingest.reader.Texts;
import dev.dateline.ingest.reader.Trail;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a site generator puts something else in the place of: {@code {{< figure >}}} of Hugo, {@code
 * {% include %}} and {@code {{ site.url }}} of Liquid, {@code {: .wide}} of Kramdown.
 */
final class Shortcodes {

  private static final Pattern SHORTCODE =
      Pattern.compile(
          "\\{\\{[^{}]{0,1000}+}}|\\{%[^{}%]{0,1000}+%}|(?m:^\\{:[^{}\\n]{0,200}+}[ \\t]*$)");

  /** So many are kept in the provenance. */
  private static final int KEPT = 20;

  private Shortcodes() {}

  /** The text without them. */
  static String dropFrom(String text, Trail trail) {
    StringBuilder rest = new StringBuilder(text.length());
    Matcher shortcode = SHORTCODE.matcher(text);
    int dropped = 0;
    while (shortcode.find()) {
      shortcode.appendReplacement(rest, "");
      if (++dropped <= KEPT) {
        trail.drop(trail.clean(Texts.start(shortcode.group())), "shortcode");
      }
    }
    if (dropped > KEPT) {
      trail.note((dropped - KEPT) + " further shortcodes are left out");
    }
    return shortcode.appendTail(rest).toString();
  }
}
