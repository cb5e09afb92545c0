package dev.dateline.query;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page or a site within a query, as it is pasted or typed: {@code
 * https://news.example/ferry}, {@code news.example/ferry}, {@code www.cnn.com}, {@code cnn.com}. No
 * sign in it is syntax.
 */
public final class WebAddress {

  private static final Pattern START =
      Pattern.compile("(?i:https?://|www\\.)(?=[\\p{L}\\p{N}\\[])\\S*");

  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*+");

  /** What stands before the name of a site and is no part of it. */
  private static final Pattern BEFORE = Pattern.compile("(?i)^(?:https?://)?(?:www\\.)?");

  private static final Pattern HOME =
      Pattern.compile("(?i)(?:https?://)?(?:www\\.)?([^/?#:@\\[]+)(?::\\d+)?/?");

  /** What ends the sentence around an address rather than the address itself. */
  private static final String AFTER = ".,;:!?'\"”»";

  /**
   * What a host ends in that has neither scheme nor path beside it, so that {@code node.js} is a
   * word: the domains of countries, and those of which most names of sites are.
   */
  private static final Set<String> TOP_DOMAINS =
      Stream.concat(
              Arrays.stream(Locale.getISOCountries()).map(code -> code.toLowerCase(Locale.ROOT)),
              Stream.of(
                  "com", "org", "net", "gov", "edu", "int", "mil", "info", "biz", "news", "eu",
                  "uk"))
          .collect(Collectors.toUnmodifiableSet());

  private WebAddress() {}

  /** Whether the text is an address. */
  public static boolean is(String text) {
    return end(text, 0) == text.length();
  }

  /** The site whose first page this is the address of: {@code cnn.com}; null for other pages. */
  public static @Nullable String site(String address) {
    Matcher home = HOME.matcher(address);
    return home.matches() ? home.group(1) : null;
  }

  /** The ways in which a text may name the address; a scheme before it does not matter. */
  public static List<String> names(String address) {
    String bare = BEFORE.matcher(address).replaceFirst("");
    return List.of(bare, "www." + bare);
  }

  /** Says what addresses stand for that are not plainly those of a page. */
  static void note(QueryNode node, Notes notes) {
    switch (node) {
      case QueryNode.All all -> all.parts().forEach(part -> note(part, notes));
      case QueryNode.Any any -> any.parts().forEach(part -> note(part, notes));
      case QueryNode.Not not -> note(not.part(), notes);
      case QueryNode.Word word -> note(word.text(), notes);
      default -> {}
    }
  }

  private static void note(String address, Notes notes) {
    if (!is(address)) {
      return;
    }
    String site = site(address);
    if (site != null) {
      notes.add(
          "%s stands for the site, and for its name in a text; site:%s is the site alone."
              .formatted(address, site));
    } else if (!address.contains("://")) {
      notes.add(address + " stands for the article at this address, and for those that name it.");
    }
  }

  /** Where the address ends that starts here; the start itself where none does. */
  static int end(String text, int start) {
    Matcher address = START.matcher(text).region(start, text.length());
    return address.lookingAt()
        ? trimmed(text, start, address.end())
        : endWithoutScheme(text, start);
  }

  private static int endWithoutScheme(String text, int start) {
    Matcher read = HOST.matcher(text).region(start, text.length());
    if (!read.lookingAt()) {
      return start;
    }
    int end = read.end();
    String domain = topDomain(text, start, end);
    if (domain != null && end < text.length() && text.charAt(end) == '/') {
      int blank = text.indexOf(' ', end);
      return trimmed(text, start, blank < 0 ? text.length() : blank);
    }
    while (text.charAt(end - 1) == '.') {
      end--;
    }
    domain = topDomain(text, start, end);
    boolean known = domain != null && TOP_DOMAINS.contains(domain.toLowerCase(Locale.ROOT));
    return known && endsWord(text, end) ? end : start;
  }

  /**
   * What stands behind the last dot of a host, if it can be a domain; null for {@code St.Louis}.
   */
  private static @Nullable String topDomain(String text, int start, int end) {
    String host = text.substring(start, end);
    String domain = host.substring(host.lastIndexOf('.') + 1);
    boolean isDomain =
        domain.length() >= 2
            && domain.length() < host.length()
            && !host.contains("..")
            && domain.chars().allMatch(Character::isLetter)
            && (domain.equals(domain.toLowerCase(Locale.ROOT))
                || host.equals(host.toUpperCase(Locale.ROOT)));
    return isDomain ? domain : null;
  }

  /** Whether nothing but the end of a sentence stands between here and the end of the word. */
  private static boolean endsWord(String text, int from) {
    int end = from;
    while (end < text.length() && AFTER.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end == text.length() || " ()|".indexOf(text.charAt(end)) >= 0;
  }

  /** Without what ends the sentence. */
  private static int trimmed(String text, int start, int blank) {
    int end = balanced(text, start, blank);
    while (AFTER.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Where the address ends at the latest, so that it has parentheses in pairs or none. */
  private static int balanced(String text, int start, int end) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '(') {
        open.addLast(i);
      } else if (text.charAt(i) == ')' && open.pollLast() == null) {
        return i;
      }
    }
    return open.isEmpty() ? end : open.getFirst();
  }
}
