package dev.dateline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** The addresses under which one article is found, and those of two. */
class SameArticleTest {

  private static final String FERRY = "https://harbourpost.example/news/ferry-sails";

  private static void oneArticle(String... urls) {
    String id = idOf(urls[0]);
    for (String url : urls) {
      assertEquals(id, idOf(url), url + " has the key " + Urls.canonical(url));
    }
  }

  private static void apart(String... urls) {
    for (int i = 0; i < urls.length; i++) {
      for (int j = 0; j < i; j++) {
        assertNotEquals(idOf(urls[i]), idOf(urls[j]), urls[j] + " and " + urls[i]);
      }
    }
  }

  private static String idOf(String url) {
    return Article.builder().url(url).build().id();
  }

  @Test
  void theUrlItselfStaysAsItsPublisherWritesIt() {
    String url = "http://m.HarbourPost.example/Ferry/?utm_source=rss";
    assertEquals(url, Article.builder().url(url).build().url());
  }

  @Test
  void theSiteMayBeWrittenInManyWays() {
    oneArticle(
        FERRY,
        "http://harbourpost.example/news/ferry-sails",
        "HTTPS://HarbourPost.EXAMPLE/news/ferry-sails",
        "//harbourpost.example/news/ferry-sails",
        "https://www.harbourpost.example/news/ferry-sails",
        "https://m.harbourpost.example/news/ferry-sails",
        "https://mobile.harbourpost.example/news/ferry-sails",
        "https://www.m.harbourpost.example/news/ferry-sails",
        "https://amp.harbourpost.example/news/ferry-sails",
        "https://harbourpost.example:443/news/ferry-sails",
        "http://harbourpost.example:80/news/ferry-sails",
        "https://harbourpost.example./news/ferry-sails",
        "https://reader:secret@harbourpost.example/news/ferry-sails",
        "  https://harbourpost.example/news/ferry-sails\n");
    oneArticle("https://en.m.wikinews.example.org/x", "https://en.wikinews.example.org/x");
    oneArticle(
        "https://häfen.example/x", "https://xn--hfen-loa.example/x", "https://HÄFEN.example/x");
  }

  @Test
  void otherSitesAreOtherArticles() {
    apart(
        FERRY,
        "https://harbourpost.example:8080/news/ferry-sails",
        "https://harborpost.example/news/ferry-sails",
        "https://blog.harbourpost.example/news/ferry-sails",
        "https://mharbourpost.example/news/ferry-sails",
        "https://m.example/news/ferry-sails",
        "https://mobile.example/news/ferry-sails",
        "https://harbourpost.example.org/news/ferry-sails");
  }

  @Test
  void thePathMayBeWrittenInManyWays() {
    oneArticle(
        FERRY,
        FERRY + "/",
        FERRY + "?",
        FERRY + "#comments",
        FERRY + "#:~:text=ferry",
        FERRY + "/index.html",
        FERRY + "/index.php",
        FERRY + "/INDEX.HTM",
        FERRY + ";jsessionid=0A1B2C",
        "https://harbourpost.example//news///ferry-sails",
        "https://harbourpost.example/sport/../news/./ferry-sails",
        "https://harbourpost.example/news/ferry%2Dsail%73",
        "https://harbourpost.example/ne\nws/ferry-sails");
    oneArticle("https://harbourpost.example", "https://harbourpost.example/index.html");
    oneArticle(
        "https://x.example/fähre (neu)|1",
        "https://x.example/f%C3%A4hre%20(neu)%7C1",
        "https://x.example/f%c3%a4hre%20%28neu%29%7c1");
    oneArticle("https://x.example/50%-off", "https://x.example/50%25-off");
  }

  @Test
  void otherPathsAreOtherArticles() {
    apart(
        FERRY,
        "https://harbourpost.example/news/Ferry-sails",
        "https://harbourpost.example/news/ferry-sails.html",
        "https://harbourpost.example/news/ferry-sails-2",
        "https://harbourpost.example/news/ferry/sails",
        "https://harbourpost.example/news/ferry%2Fsails",
        "https://harbourpost.example/news/ferry%252Fsails",
        "https://harbourpost.example/ferry-sails",
        "https://harbourpost.example/news");
    apart("https://x.example/a b", "https://x.example/a+b", "https://x.example/ab");
  }

  @Test
  void viewsForTelephonesAreTheSameArticle() {
    oneArticle(
        FERRY,
        FERRY + "/amp",
        FERRY + "/amp/",
        FERRY + ".amp",
        FERRY + "?amp",
        FERRY + "?amp=1",
        FERRY + "?outputType=amp",
        FERRY + "?amp_js_v=0.1&usqp=mq331AQ",
        "https://harbourpost.example/amp/news/ferry-sails",
        "https://harbourpost.example/amphtml/news/ferry-sails",
        "https://harbourpost.example/news/amp/ferry-sails",
        "https://amp.harbourpost.example/news/ferry-sails?amp=true");
    oneArticle(FERRY + ".html", FERRY + ".amp.html", FERRY + ".html?amp");
    apart(
        "https://harbourpost.example/amp",
        "https://harbourpost.example/",
        "https://harbourpost.example/amplifier",
        "https://harbourpost.example/champ",
        "https://harbourpost.example/?q=amp");
  }

  @Test
  void copiesInCachesAndArchivesAreTheSameArticle() {
    oneArticle(
        FERRY,
        "https://harbourpost-example.cdn.ampproject.org/c/s/harbourpost.example/news/ferry-sails",
        "https://cdn.ampproject.org/v/s/amp.harbourpost.example/news/ferry-sails?usqp=mq331AQ",
        "https://www.google.com/amp/s/www.harbourpost.example/news/ferry-sails/amp",
        "https://google.co.uk/amp/harbourpost.example/news/ferry-sails",
        "https://web.archive.org/web/20261122080000/http://harbourpost.example/news/ferry-sails",
        "https://web.archive.org/web/2026id_/https:/www.harbourpost.example/news/ferry-sails/",
        "https://web.archive.org/web/20261122/https://www.google.com/amp/s/harbourpost.example/news/ferry-sails",
        "http://webcache.googleusercontent.com/search?q=cache:Ab-3x:https://harbourpost.example/news/ferry-sails+ferry&cd=1",
        "http://webcache.googleusercontent.com/search?cd=1&q=cache:harbourpost.example/news/ferry-sails");
    oneArticle(
        "https://web.archive.org/web/20261122080000/http://harbourpost.example/story.php?id=7&utm_source=x",
        "https://harbourpost.example/story.php?id=7");
    apart(
        "https://web.archive.org/web/20261122080000/http://harbourpost.example/story.php?id=7",
        "https://web.archive.org/web/20261122080000/http://harbourpost.example/story.php?id=8",
        "https://www.google.com/search?q=ferry",
        "https://harbourpost.example/2026/11/22/http-explained");
  }

  @Test
  void parametersThatOnlyTellWhereAReaderComesFromDoNotCount() {
    for (String trace :
        new String[] {
          "utm_source=rss&utm_medium=feed",
          "UTM_Campaign=x",
          "fbclid=IwAR0",
          "gclid=1",
          "msclkid=2",
          "mc_cid=3&mc_eid=4",
          "igshid=5",
          "CMP=share_btn_tw",
          "cmpid=6",
          "ns_mchannel=social",
          "at_medium=RSS&at_campaign=KARANGA",
          "xtor=AL-72",
          "ocid=socialflow_twitter",
          "smid=tw-share",
          "sr_share=facebook",
          "ref_src=twsrc%5Etfw",
          "ref=rss",
          "source=home.page",
          "partner=rss&emc=rss",
          "PHPSESSID=0a1b",
          "&&",
          "amp;utm_source=rss&amp;utm_medium=feed"
        }) {
      oneArticle(FERRY, FERRY + "?" + trace, FERRY + "/?" + trace + "#top");
      oneArticle(FERRY + "?id=7", FERRY + "?" + trace + "&id=7", FERRY + "?id=7&" + trace);
    }
  }

  @Test
  void parametersThatMayChooseTheArticleCount() {
    String page = "https://harbourpost.example/story.php";
    apart(
        page,
        page + "?id=7",
        page + "?id=8",
        page + "?ID=8",
        page + "?p=7",
        page + "?page=7",
        page + "?article=7",
        page + "?story=ferry",
        page + "?s=ferry",
        page + "?cid=7",
        page + "?ref=4711",
        page + "?ref=4712",
        page + "?ref=ferry",
        page + "?src=ferry",
        page + "?id=7&page=2",
        page + "?id=7%26page=2",
        page + "?utmost=7");
    oneArticle(page + "?id=7&page=2", page + "?page=2&id=7", page + "?page=2&amp;id=7");
    apart(page + "?tag=a&tag=b", page + "?tag=b&tag=a");
    oneArticle(page + "?q=new+ferry", page + "?q=new%20ferry", page + "?q=new ferry");
    oneArticle(page + "?at=9:30,22", page + "?at=9%3A30%2C22");
  }

  @Test
  void aFragmentCountsWhereAProgramInThePageChoosesTheArticleByIt() {
    apart(
        "https://harbourpost.example/",
        "https://harbourpost.example/#!/ferry",
        "https://harbourpost.example/#!/harbour",
        "https://harbourpost.example/#/ferry");
    oneArticle(
        "https://harbourpost.example/",
        "https://harbourpost.example/#",
        "https://harbourpost.example/#!",
        "https://harbourpost.example/#/",
        "https://harbourpost.example#main",
        "https://harbourpost.example/#.Ab3x.twitter");
  }

  @Test
  void whatIsNoAddressOfTheWebStaysAsItIs() {
    for (String text :
        new String[] {
          "urn:newsml:harbourpost.example:20261122:Ferry:1",
          "tag:harbourpost.example,2026:Ferry#1",
          "/news/Ferry/?utm_source=rss",
          "harbourpost.example/Ferry/",
          "mailto:Desk@harbourpost.example",
          "ftp://harbourpost.example/Ferry/",
          "not a url",
          "http://not a host/Ferry/",
          "https://",
          "https:///Ferry/",
          "https://www.harbourpost.example/" + "Ferry/".repeat(2000)
        }) {
      assertEquals(text, Urls.canonical(text));
    }
    assertEquals("", Urls.canonical("  "));
  }

  @Test
  void theSiteOfAUrlThatIsNoUriIsKnown() {
    assertEquals(
        "harbourpost.example",
        Article.builder().url("https://www.harbourpost.example/a b|c").build().domain());
  }
}
