package dev.dateline.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be read from an article's url. Real ones are not always URIs: blanks, letters of any
 * script and stray signs are taken as browsers take them.
 */
public final class Urls {

  /**
   * The longest address that is looked into, in characters: what RFC 9110 (4.1) asks every server
   * to take at least. It also bounds the work on a hostile one.
   */
  private static final int LONGEST = 8_000;

  /** Host, path, query and fragment, cut as in appendix B of RFC 3986. */
  private static final Pattern WEB =
      Pattern.compile(
          "(?:(?i:https?):)?//([^/?#]++)([^?#]*+)(?:\\?([^#]*+))?(?:#(.*+))?", Pattern.DOTALL);

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+://[^/?#\\s]++(?:[/?#].*+)?", Pattern.DOTALL);

  /** Browsers drop them wherever they stand in an address. */
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]++");

  /** A fragment by which a program in the page chooses the article. */
  private static final Pattern ROUTE = Pattern.compile("!?/.++|!.++", Pattern.DOTALL);

  private Urls() {}

  /**
   * The form that all addresses of one page share: {@code https://example.com/ferry} of {@code
   * http://m.Example.com:80/amp//ferry/index.html?utm_source=rss#comments}, and of copies of it in
   * an AMP cache or a web archive. It is made to be compared, not to be opened. What is no address
   * of the web comes back as it is, but for blanks around it. Where two pages might be two articles
   * they stay apart: the case of a path, and each parameter that is not known to be a mere trace,
   * count.
   *
   * <p>The canonical form of a canonical form is itself.
   */
  public static String canonical(String url) {
    String text = url.strip();
    String simpler = simplified(text);
    while (!simpler.equals(text)) {
      text = simpler;
      simpler = simplified(text);
    }
    return text;
  }

  /** The host in lower case, without {@code www.}, or null if the url has none. */
  static @Nullable String host(@Nullable String url) {
    return url == null || !HOST.matcher(url.strip()).matches() ? null : Site.host(url);
  }

  private static String simplified(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    Matcher web = WEB.matcher(UrlCopies.original(BREAKS.matcher(text).replaceAll("")));
    String host = web.matches() ? UrlHost.canonical(web.group(1)) : null;
    if (host == null) {
      return text;
    }
    String path = UrlPath.canonical(web.group(2));
    return "https://" + host + path + UrlQuery.canonical(web.group(3), path) + route(web.group(4));
  }

  private static String route(@Nullable String fragment) {
    return fragment == null || !ROUTE.matcher(fragment).matches()
        ? ""
        : "#" + PercentEncoding.normal(fragment, "!$'()*,:@/?", ";=&+#");
  }
}
