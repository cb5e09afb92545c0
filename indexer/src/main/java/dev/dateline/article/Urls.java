package dev.dateline.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What can be read from an article's url. Real ones are not always URIs: those are taken as they
 * are.
 */
final class Urls {

  private Urls() {}

  /**
   * The url without what does not tell one article from another: its fragment, and the case of its
   * scheme and host.
   */
  static String canonical(String url) {
    URI uri = parse(url);
    if (uri == null) {
      return url.strip();
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String authority = uri.getRawAuthority().toLowerCase(Locale.ROOT);
    return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + authority + uri.getRawPath() + query;
  }

  /** The host in lower case, without {@code www.}, or null if the url has none. */
  static @Nullable String host(@Nullable String url) {
    URI uri = url == null ? null : parse(url);
    return uri == null || uri.getHost() == null ? null : Site.host(uri.getHost());
  }

  private static @Nullable URI parse(String url) {
    try {
      URI uri = new URI(url.strip());
      return uri.getScheme() == null || uri.getRawAuthority() == null ? null : uri;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
