package dev.dateline.server.http;

import dev.dateline.article.Article;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where articles can be read. */
public final class ArticleAddress {

  private ArticleAddress() {}

  /**
   * Where an article can be read by who is elsewhere: at its publisher's, or else here.
   *
   * @param origin the start of this server's addresses
   */
  public static String of(Article article, String origin) {
    String web = web(article.url());
    return web != null ? web : origin + "/article/" + segment(article.id());
  }

  /** The url if following it does no more than show a page of the web, else null. */
  public static @Nullable String web(@Nullable String url) {
    if (url == null) {
      return null;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? url : null;
  }

  /** A text as one segment of a path; it may hold any character. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
