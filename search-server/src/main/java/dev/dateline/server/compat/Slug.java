package dev.dateline.server.compat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names as other APIs write them in ids: {@code bbc-news} for BBC News. As names are compared here
 * without regard to case and diacritics, an id can be read without a list of all names.
 */
final class Slug {

  /** Names of which nothing is lost: {@code 20-minuten} may be one name or two words. */
  private static final Pattern PLAIN = Pattern.compile("[^\\s,|/-]+(?: [^\\s,|/-]+)*");

  private Slug() {}

  /** The id of a name; a name that cannot be read from an id is its own. */
  static String of(String name) {
    return PLAIN.matcher(name).matches() ? name.toLowerCase(Locale.ROOT).replace(' ', '-') : name;
  }

  /** The names that an id may stand for. */
  static Set<String> names(String id) {
    String words = id.replace('-', ' ');
    return words.equals(id) ? Set.of(id) : Set.of(id, words);
  }
}
