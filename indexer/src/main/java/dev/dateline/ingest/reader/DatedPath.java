package dev.dateline.ingest.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates that addresses and names of files carry. They are to be read by {@link Dates}. */
public final class DatedPath {

  private static final Pattern IN_URL =
      Pattern.compile(
          "[/_-]((?:19|20)\\d{2})(?:[/_-](\\d{1,2}|[a-z]{3})[/_-](\\d{1,2})|(\\d{2})(\\d{2}))"
              + "(?=[/_.?#-]|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_NAME =
      Pattern.compile("(?:^|[/\\\\])(\\d{4}-\\d{2}-\\d{2})-[^/\\\\]*$");

  private DatedPath() {}

  /**
   * The day in an address, such as {@code /2026/11/22/slug}, {@code /2026/nov/22/slug} or {@code
   * /2026-11-22-slug}, or null if there is none.
   */
  public static @Nullable String inUrl(String url) {
    Matcher date = IN_URL.matcher(url);
    if (date.find()) {
      if (date.group(2) == null) {
        return date.group(1) + date.group(4) + date.group(5);
      }
      return Character.isDigit(date.group(2).charAt(0))
          ? date.group(1) + "-" + date.group(2) + "-" + date.group(3)
          : date.group(3) + " " + date.group(2) + " " + date.group(1);
    }
    return null;
  }

  /** The day that a file's name begins with, as in {@code 2026-11-22-slug.html}, or null. */
  public static @Nullable String inFileName(String name) {
    Matcher date = BEFORE_NAME.matcher(name);
    return date.find() ? date.group(1) : null;
  }
}
