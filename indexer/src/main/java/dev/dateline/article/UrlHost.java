package dev.dateline.article;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The host of a url, with the port where it is an unusual one. */
final class UrlHost {

  /** The longest name of a host that the domain name system knows, and room for a port. */
  private static final int LONGEST = 260;

  /** The ports of http and https, and the dot of the root of all names. */
  private static final Pattern USUAL_END = Pattern.compile("\\.*(?::(?:80|443)?)?$");

  /** The names that sites give to other views of the same pages, before a name of a site. */
  private static final Pattern VIEWS =
      Pattern.compile("^(?:(?:www|m|mobile|mobil|amp|wap)\\.)+(?=[^.:]+\\.[^.:])");

  /** As in {@code en.m.wikinews.org}. */
  private static final Pattern VIEW_OF_LANGUAGE =
      Pattern.compile("^([a-z]{2,3}\\.)m\\.(?=[^.:]+\\.[^.:])");

  private UrlHost() {}

  /** The canonical form of what stands between {@code //} and the path; null if it is no host. */
  static @Nullable String canonical(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.length() > LONGEST || host.codePoints().anyMatch(Character::isWhitespace)) {
      return null;
    }
    host = ascii(USUAL_END.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst(""));
    host = VIEW_OF_LANGUAGE.matcher(VIEWS.matcher(host).replaceFirst("")).replaceFirst("$1");
    return host.isEmpty() ? null : host;
  }

  /** Names in other scripts as the domain name system writes them; what is no name, as it is. */
  private static String ascii(String host) {
    if (host.chars().allMatch(character -> character < 128)) {
      return host;
    }
    try {
      int port = host.indexOf(':');
      String name = port < 0 ? host : host.substring(0, port);
      return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES) + host.substring(name.length());
    } catch (IllegalArgumentException e) {
      return host;
    }
  }
}
