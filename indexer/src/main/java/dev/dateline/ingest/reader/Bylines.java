package dev.dateline.ingest.reader;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the names of authors as bylines give them: {@code By Ann Lee and Bo Tran}. */
public final class Bylines {

  private static final Pattern BY =
      Pattern.compile("^(?:written\\s+)?by:?\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile("^(?:https?:|www\\.|/|@)|\\S@[^\\s@]+\\.\\S");

  /** Looked for at the beginning of a run of white space alone, so that a long one is no trap. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:(?<!\\s)\\s++)?[,;|]\\s*+(?:and\\s++)?|(?<!\\s)\\s++(?:and|&)\\s++",
          Pattern.CASE_INSENSITIVE);

  /** A name of a person in words; a longer one is a sentence. */
  private static final int LONGEST = 10;

  private Bylines() {}

  /** The names in a byline; none if it is an address of a page or a sentence. */
  public static List<String> names(String byline) {
    String text = BY.matcher(byline.strip()).replaceFirst("");
    if (text.isBlank() || ADDRESS.matcher(text).find()) {
      return List.of();
    }
    List<String> pieces =
        Stream.of(BETWEEN.split(text)).map(String::strip).filter(name -> !name.isEmpty()).toList();
    List<String> names = pieces.stream().allMatch(name -> words(name) > 1) ? pieces : List.of(text);
    return names.stream().filter(name -> words(name) <= LONGEST).toList();
  }

  private static int words(String name) {
    return name.split("\\s+").length;
  }
}
