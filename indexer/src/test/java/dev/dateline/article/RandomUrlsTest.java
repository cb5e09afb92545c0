package dev.dateline.article;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for the canonical form of any url. A failure prints the seed that replays it. */
class RandomUrlsTest {

  private static final List<String> PIECES =
      List.of(
          "http://",
          "https://",
          "HTTP:",
          "//",
          "/",
          "/",
          "?",
          "&",
          "=",
          "#",
          "#!",
          ".",
          "..",
          ":",
          ":80",
          "@",
          "%",
          "%2",
          "%2f",
          "%41",
          "%25",
          "%C3%A4",
          "%00",
          ";",
          ";jsessionid=A",
          "+",
          "|",
          "\\",
          " ",
          "\t",
          "amp",
          ".amp",
          ".html",
          "index.html",
          "INDEX.PHP",
          "www.",
          "m.",
          "amp.",
          "en.m.",
          "example.org",
          "x.example",
          "xn--",
          "ä",
          "ß",
          "İ",
          "ａ",
          "。",
          "\u200d",
          "\uD83D",
          "😀",
          "web.archive.org/web/20261122/",
          "2026id_/",
          "www.google.com/amp/s/",
          "cdn.ampproject.org/c/s/",
          "webcache.googleusercontent.com/search?q=cache:",
          "cache:",
          "utm_source=x",
          "ref=rss",
          "ref=1",
          "amp;",
          "[::1]",
          "a",
          "b",
          "7",
          "-",
          "urn:");

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @AfterEach
  void printSeed() {
    System.out.println("dateline.seed=" + seed);
  }

  private String nonsense() {
    StringBuilder url = new StringBuilder(random.nextInt(4) == 0 ? "" : "https://");
    for (int left = random.nextInt(14); left > 0; left--) {
      url.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return url.toString();
  }

  @Test
  void theCanonicalFormOfACanonicalFormIsItself() {
    for (int i = 0; i < 50_000; i++) {
      String url = nonsense();
      String once = assertDoesNotThrow(() -> Urls.canonical(url), url);
      assertEquals(once, Urls.canonical(once), url);
    }
  }

  @Test
  void articlesOfAnArchiveStayApartHoweverTheyAreLinked() {
    Map<String, String> articles = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String site = "site" + random.nextInt(5) + ".example";
      String path = path();
      String query = random.nextBoolean() ? "" : "?id=" + random.nextInt(50);
      String article = site + path + query;
      String key = Urls.canonical(linked(site, path, query));
      assertEquals(article, articles.computeIfAbsent(key, first -> article), key);
      assertEquals(key, Urls.canonical("https://" + article));
    }
  }

  private String path() {
    String slug = List.of("Ferry", "ferry", "harbour").get(random.nextInt(3)) + random.nextInt(30);
    return "/" + List.of("news", "sport", "2026/11").get(random.nextInt(3)) + "/" + slug;
  }

  private String linked(String site, String path, String query) {
    String prefix = List.of("", "www.", "m.", "amp.", "WWW.").get(random.nextInt(5));
    String ending = List.of("", "/", "/amp", "//", "/index.html").get(random.nextInt(5));
    String trace = List.of("", "utm_source=rss", "fbclid=a1", "ref=rss").get(random.nextInt(4));
    String fragment = List.of("", "#comments", "#xtor=RSS-1").get(random.nextInt(3));
    String all = query + (trace.isEmpty() ? "" : (query.isEmpty() ? "?" : "&") + trace);
    String scheme = random.nextBoolean() ? "https://" : "http://";
    String url = scheme + prefix + site + path + ending + all + fragment;
    return random.nextInt(4) == 0 ? "https://web.archive.org/web/20261122080000/" + url : url;
  }
}
