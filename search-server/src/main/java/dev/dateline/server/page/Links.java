package dev.dateline.server.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses that pages lead to. */
final class Links {

  private Links() {}

  /**
   * The page of an article.
   *
   * @param id its id, which may hold any character
   * @param q the query whose words the page marks; blank for none
   */
  static String toArticle(String id, String q) {
    String page = "/article/" + encoded(id);
    return q.isBlank() ? page : page + "?q=" + encoded(q);
  }

  /** All that is known of an article, as JSON. */
  static String toJson(String id) {
    return "/v1/articles/" + encoded(id);
  }

  /** The url if following it does no more than show a page of the web, else null. */
  static @Nullable String toWeb(@Nullable String url) {
    if (url == null) {
      return null;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? url : null;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
