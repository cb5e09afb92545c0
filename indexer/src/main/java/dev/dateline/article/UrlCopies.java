package dev.dateline.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses under which somebody else keeps a copy of a page, and which hold the page's own. */
final class UrlCopies {

  /** Each has the page's own address as its group, with or without a scheme. */
  private static final List<Pattern> COPIES =
      List.of(
          // The format of AMP caches: https://developers.google.com/amp/cache/overview
          copy(
              "(?:[^/?#]*\\.)?(?:cdn\\.ampproject\\.org|bing-amp\\.com|amp\\.cloudflare\\.com)"
                  + "/(?:c|v|wp)/(?:s/)?(.+)"),
          copy("(?:www\\.)?google\\.[a-z.]{2,6}/amp/(?:s/)?(.+)"),
          // web.archive.org, and all who run its software: a time of up to 14 digits, then the page
          copy("[^?#]*/[0-9]{4,14}(?:[a-z]{2}_)?/(https?:/+.+)"),
          copy(
              "webcache\\.googleusercontent\\.com/search\\?(?:.*?&)?q=cache:"
                  + "(?:[\\w-]{1,32}:(?!/))?(.+?)(?:(?:\\+|%20|[&#]).*)?"));

  private static final Pattern SCHEME =
      Pattern.compile("^(?:https?:)?/*", Pattern.CASE_INSENSITIVE);

  private UrlCopies() {}

  /** The page's own address if this is the address of a copy, or of a copy of one; else itself. */
  static String original(String address) {
    String page = address;
    for (String inner = inner(page); inner != null; inner = inner(page)) {
      page = inner;
    }
    return page;
  }

  /** The address within an address: always the shorter one. */
  private static @Nullable String inner(String address) {
    for (Pattern pattern : COPIES) {
      Matcher copy = pattern.matcher(address);
      if (copy.matches()) {
        return "https://" + SCHEME.matcher(copy.group(1)).replaceFirst("");
      }
    }
    return null;
  }

  private static Pattern copy(String address) {
    return Pattern.compile("(?:https?:)?//" + address, Pattern.CASE_INSENSITIVE);
  }
}
