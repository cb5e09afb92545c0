package dev.dateline.server.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses that pages lead to. */
final class Links {

  private Links() {}

  /** The page of an article; its id may hold any character. */
  static String toArticle(String id) {
    return "/article/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The url if following it does no more than show a page of the web, else null. */
  static @Nullable String toWeb(@Nullable String url) {
    if (url == null) {
      return null;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? url : null;
  }
}
