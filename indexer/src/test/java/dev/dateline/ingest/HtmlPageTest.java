package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a web page says of its article, and which of its text is the article. */
class HtmlPageTest {

  private static final String FIRST =
      "The harbour of Port Ellery opened its third lock on Monday, two years later than planned,"
          + " after the council, the port and the railway had agreed on who pays.";
  private static final String SECOND =
      "Ships of up to 200 metres can now pass at low tide, the harbour master said, and the first"
          + " of them, a grain carrier, went through before noon with little water to spare.";
  private static final String THIRD =
      "The lock cost 48 million, of which the council, the smallest of the three partners, pays a"
          + " tenth; it hopes for new jobs, new quays, and fewer lorries in the old town.";

  private static final String TEXT =
      "<p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";

  private static String page(String head, String body) {
    return "<!DOCTYPE html><html lang=en-GB><head>"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }

  private static Article read(String page) throws IOException {
    return Reads.article("page", page);
  }

  @Test
  void theSchemaOrgArticleIsTakenFirst() throws IOException {
    Article article =
        read(
            page(
                "<title>Lock opens - Ellery Post</title>"
                    + "<meta property=og:site_name content='Ellery Post'>"
                    + "<link rel=canonical href='https://post.example/lock'>"
                    + "<script type='application/ld+json'>{'@graph':[{'@type':'WebPage','name':'x'},"
                        .replace('\'', '"')
                    + ("{'@type':['NewsArticle'],'headline':'Third lock opens','author':[{'@type':"
                            + "'Person','name':'By Ann Lee'},{'@id':'#bo'}],'datePublished':"
                            + "'2026-03-02T09:30:00+01:00','dateModified':'2026-03-03T00:00:00Z',"
                            + "'articleSection':'Harbour','keywords':'ships, locks',},"
                            + "{'@id':'#bo','@type':'Person','name':'Bo Tran'}]}</script>")
                        .replace('\'', '"'),
                "<article><h1>Third lock opens</h1>" + TEXT + "</article>"));
    assertEquals("Third lock opens", article.title());
    assertEquals(List.of("Ann Lee", "Bo Tran"), article.authors());
    assertEquals("2026-03-02T08:30:00Z", String.valueOf(article.published()));
    assertEquals("2026-03-03T00:00:00Z", String.valueOf(article.updated()));
    assertEquals("Harbour", article.section());
    assertEquals(List.of("ships", "locks"), article.tags());
    assertEquals("https://post.example/lock", article.url());
    assertEquals("en-gb", article.language());
    assertEquals("post.example", article.domain());
    assertEquals(List.of(FIRST, SECOND, THIRD), article.body());
    assertEquals("json-ld headline", article.provenance().rules().get("title"));
    assertEquals("json-ld datePublished", article.provenance().rules().get("published"));
  }

  @Test
  void withoutSchemaOrgTheMetaElementsSayIt() throws IOException {
    Article article =
        read(
            page(
                "<title>Third lock opens at last, says port | Ellery Post</title>"
                    + "<meta name=author content='Ann Lee and Bo Tran'>"
                    + "<meta property='article:author' content='https://social.example/ann'>"
                    + "<meta property='article:published_time' content='2026-03-02'>"
                    + "<meta property='article:tag' content=null>",
                "<main>" + TEXT + "</main>"));
    assertEquals("Third lock opens at last, says port", article.title());
    assertEquals(List.of("Ann Lee", "Bo Tran"), article.authors());
    assertEquals("2026-03-02", String.valueOf(article.published()), "no midnight is invented");
    assertEquals("meta article:published_time", article.provenance().rules().get("published"));
  }

  @Test
  void theDateMayStandInATimeElementOrInTheAddress() throws IOException {
    Article timed =
        read(page("", "<article><time datetime='2026-03-02T09:30Z'>2 March</time>" + TEXT));
    assertEquals("2026-03-02T09:30:00Z", String.valueOf(timed.published()));
    Article addressed =
        read(page("<link rel=canonical href='https://post.example/2026/03/02/lock'>", TEXT));
    assertEquals("2026-03-02", String.valueOf(addressed.published()));
    assertEquals("url", addressed.provenance().rules().get("published"));
  }

  @Test
  void aDateThatIsNotBelievedIsKeptRaw() throws IOException {
    Article article = read(page("<meta name=date content='2999-01-01'>", TEXT));
    assertNull(article.published());
    assertEquals("2999-01-01", article.metadata().get("published.raw"));
  }

  @Test
  void aTitleMadeForSearchEnginesGivesWayToTheOneOnThePage() throws IOException {
    Article article =
        read(
            page(
                "<meta property=og:title content='Third lock opens'>"
                    + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                    + "\"headline\":\"Port Ellery lock: cost, date, map\"}</script>",
                "<article><h1>Third lock opens</h1>" + TEXT + "</article>"));
    assertEquals("Third lock opens", article.title());
  }

  @Test
  void whatIsAroundTheArticleStaysOut() throws IOException {
    String around =
        "<header class=site-header><nav><a href=/>Home</a> <a"
            + " href=/news>News</a></nav></header><div class='cookie-consent'><p>We use cookies,"
            + " and so do our partners, to measure, to improve, and to show you advertisements that"
            + " you may like, as you know.</p></div><article class=entry-content><h1>Third lock"
            + " opens</h1><p class=byline>By Ann Lee</p><ul class=share-buttons><li>Share on"
            + " one</li><li>Share on another</li></ul><p>"
            + FIRST
            + "</p><figure><img src=a><figcaption>A ship in the lock, photographed from the air on"
            + " Monday.</figcaption></figure><div class='newsletter-signup'><p>Get our harbour"
            + " letter, free, each Friday.</p></div><p>"
            + SECOND
            + "</p><aside><p>Read also: a lock for the railway, too.</p></aside>"
            + "<p>"
            + THIRD
            + "</p>"
            + "<div class=related-articles><h3>Related</h3><a href=/a>Old quay sold</a></div>"
            + "</article><section id=comments><p>I was there, and it was loud, and wet, and cold,"
            + " and I would do it again, said one reader.</p></section>"
            + "<footer><p>Copyright, all rights reserved, Ellery Post, Port Ellery.</p></footer>";
    Article article = read(page("<title>Third lock opens</title>", around));
    assertEquals(List.of(FIRST, SECOND, THIRD), article.body());
  }

  @Test
  void theSentenceUnderTheHeadlineIsTheSummary() throws IOException {
    Article article =
        read(
            page(
                "",
                "<div><h1>Third lock opens</h1><p class=standfirst>Two years late, but ships pass"
                    + " at last</p></div><article><div class=story-body>"
                    + TEXT
                    + "</div></article>"));
    assertEquals("Two years late, but ships pass at last", article.summary());
    assertEquals(List.of(FIRST, SECOND, THIRD), article.body());
  }

  @Test
  void headingsAndListsAreKeptInOrder() throws IOException {
    Article article =
        read(
            page(
                "",
                "<article><p>"
                    + FIRST
                    + "</p><h2>What comes next</h2><ul><li>New quays by May</li>"
                    + "<li>A crane by June</li></ul><blockquote>"
                    + SECOND
                    + "</blockquote>"
                    + "</article>"));
    assertEquals(
        List.of(FIRST, "What comes next", "New quays by May", "A crane by June", SECOND),
        article.body());
  }

  @Test
  void labelledPartsBecomeFields() throws IOException {
    Article article =
        read(
            page(
                "",
                "<article><h2>Key takeaways</h2><ul><li>The lock is open</li><li>It cost 48"
                    + " million</li></ul><h2>The lock</h2>"
                    + TEXT
                    + "<p><strong>Why it matters:</strong> Larger ships can call at any tide.</p>"
                    + "<p><b>By the numbers:</b> Two locks before, three now.</p><ul><li>200 metres"
                    + "</li></ul><p><b>Never heard:</b> this is no label.</p></article>"));
    assertEquals(List.of("The lock is open", "It cost 48 million"), article.takeaways());
    assertEquals("Larger ships can call at any tide.", article.summary());
    assertEquals(
        List.of(new Part("By the numbers", "Two locks before, three now.\n\n200 metres")),
        article.parts());
    assertEquals(
        List.of("The lock", FIRST, SECOND, THIRD, "Never heard: this is no label."),
        article.body());
  }

  @Test
  void aLabelInPlainTypeIsText() throws IOException {
    String plain = "Context: the port is old, and its first two locks are older than the railway.";
    assertTrue(
        read(page("", "<div>" + TEXT + "<p>" + plain + "</p></div>")).body().contains(plain));
  }

  @Test
  void theTextOfTheDataIsTakenWhereThePageShowsOnlyItsBeginning() throws IOException {
    Article article =
        read(
            page(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                    + FIRST
                    + "\\n\\n"
                    + SECOND
                    + "\\n\\n"
                    + THIRD
                    + "\"}</script>",
                "<article><p>" + FIRST + "</p></article><div class=paywall>Subscribe now</div>"));
    assertEquals(List.of(FIRST, SECOND, THIRD), article.body());
    assertEquals("json-ld articleBody", article.provenance().rules().get("body"));
  }

  @Test
  void aPageIsKnownByItsContentWhateverItsName() throws IOException {
    String xhtml =
        "<?xml version='1.0'?>\n<!-- saved -->\n<html><body><p>Ice melts.</p></body></html>";
    assertEquals(List.of("Ice melts."), Reads.article("a.txt", xhtml).body());
    assertEquals(List.of("Ice melts."), Reads.article("a.html", "Ice melts.").body());
  }

  @Test
  void characterSetsAreDecidedAsBrowsersDo() throws IOException {
    String text = "<p>Caf\u00e9 \u201copen\u201d again.</p>";
    Charset western = Charset.forName("windows-1252");
    assertBody(("<meta charset=iso-8859-1>" + text).getBytes(western));
    assertBody(("<html>" + text).getBytes(western));
    assertBody(("<html>" + text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertBody(("\uFEFF<html><meta charset=utf-8>" + text).getBytes(UTF_16LE));
    String russian =
        "<html><head><meta http-equiv=Content-Type content='text/html;"
            + " charset=windows-1251'></head><p>\u041b\u0451\u0434 \u0442\u0430\u0435\u0442.</p>";
    Article article =
        Reads.article(
            Reads.outcomes("a", russian.getBytes(Charset.forName("windows-1251"))).getFirst());
    assertEquals(List.of("\u041b\u0451\u0434 \u0442\u0430\u0435\u0442."), article.body());
  }

  private static void assertBody(byte[] page) throws IOException {
    Article article = Reads.article(Reads.outcomes("a", page).getFirst());
    assertEquals(List.of("Caf\u00e9 \u201copen\u201d again."), article.body());
  }

  @Test
  void aFeedIsNoPage() throws IOException {
    for (Outcome outcome : Reads.outcomes("a.xml", "<?xml version='1.0'?><rss><channel/></rss>")) {
      assertFalse(outcome instanceof Outcome.Read);
    }
  }

  @Test
  void theNameOfTheFileIsTheLastToTellTheDate() throws IOException {
    Article named = Reads.article("posts/2026-03-02-lock.html", page("", TEXT));
    assertEquals("2026-03-02", String.valueOf(named.published()));
    assertEquals("file name", named.provenance().rules().get("published"));
    String dated = page("<meta name=date content=2026-03-01>", TEXT);
    assertEquals(
        "2026-03-01",
        String.valueOf(Reads.article("posts/2026-03-02-lock.html", dated).published()));
    assertNull(Reads.article("saved_2026_03_02.html", page("", TEXT)).published());
  }

  @Test
  void aDateThatIsNotBelievedGivesWayToTheNextBest() throws IOException {
    Article article =
        read(
            page(
                "<meta property=article:published_time content=2999-01-01>"
                    + "<meta name=date content=2026-03-02>",
                TEXT));
    assertEquals("2026-03-02", String.valueOf(article.published()));
    assertTrue(article.provenance().notes().getFirst().contains("2999-01-01"));
  }

  @Test
  void whenAPageWasUpdatedIsNotWhenItWasPublished() throws IOException {
    Article article =
        read(
            page(
                "<meta property=article:modified_time content=2026-03-03>",
                "<div><h1>Lock</h1><p class=post-date>Updated March 3, 2026</p>"
                    + TEXT
                    + "</div>"));
    assertNull(article.published());
    assertEquals("2026-03-03T00:00:00Z", String.valueOf(article.updated()));
  }

  @Test
  void whatWasTakenOutOfTheTextIsShownWithTheReason() throws IOException {
    Article article =
        read(
            page(
                "",
                "<article><h1>Lock</h1><p>"
                    + FIRST
                    + "</p><div class=newsletter-signup>Get our letter, free, each"
                    + " Friday.</div><p>Read more: <a href=/a>Old quay sold</a></p><p>"
                    + SECOND
                    + "</p></article>"));
    List<String> dropped =
        article.provenance().dropped().stream().map(piece -> piece.rule()).toList();
    assertEquals(
        List.of("class \"newsletter\"", "link to something else", "repeats the headline or a name"),
        dropped);
  }

  @Test
  void whatIsShownOfALongPieceIsItsBeginning() throws IOException {
    Article article =
        read(page("", "<div>" + TEXT + "<aside>" + "word ".repeat(30) + "</aside></div>"));
    assertEquals(1, article.provenance().dropped().size());
    assertTrue(article.provenance().dropped().getFirst().text().length() < 130);
    assertTrue(article.provenance().dropped().getFirst().text().endsWith("\u2026"));
  }

  @Test
  void brokenJsonLdIsReadAsFarAsItGoes() throws IOException {
    String[] scripts = {
      "{\"@type\":\"NewsArticle\",\"headline\":\"Third\nlock opens\",}",
      "/* made by a program */ {\"@type\":\"schema:NewsArticle\",\"headline\":\"Third lock"
          + " opens\"}",
      "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Third lock opens\"}\n//]]>",
      "{\"@type\":\"WebSite\"}{\"@type\":[\"Thing\",\"Article\"],\"headline\":\"Third lock"
          + " opens\"}",
      "{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Third lock opens&quot;}",
      "{\"@type\":\"Article\",\"headline\":\"Third lock opens\"} and then junk",
      "{\"@type\":\"Article\",\"headline\":\"Third &#108;ock &lt;b&gt;opens&lt;/b&gt;\"}",
    };
    for (String script : scripts) {
      String head = "<script type=application/ld+json>" + script + "</script>";
      String title = read(page(head, TEXT)).title();
      assertEquals("Third lock opens", title == null ? "" : title.replaceAll("</?b>", ""), script);
    }
  }

  @Test
  void theAuthorsOfJsonLdMayBeNamesObjectsOrReferences() throws IOException {
    String data =
        "{'@graph':[{'@type':'NewsArticle','headline':'Lock','author':['Ann Lee',{'name':'Bo"
            + " Tran'},{'@id':'#cy'},{'name':['Di Orr']}],'isPartOf':{'@type':'Periodical',"
            + "'name':'Post'}},{'@id':'#cy','@type':'Person','name':'Cy Moe'}]}";
    String head = "<script type=application/ld+json>" + data.replace('\'', '"') + "</script>";
    assertEquals(
        List.of("Ann Lee", "Bo Tran", "Cy Moe", "Di Orr"), read(page(head, TEXT)).authors());
  }

  @Test
  void theNewsOfALiveBlogMayStandInItsDataAlone() throws IOException {
    String data =
        "{'@type':'LiveBlogPosting','headline':'Lock, live','liveBlogUpdate':[{'@type':"
            + "'BlogPosting','headline':'Through','articleBody':'"
            + SECOND
            + "'},{'@type':'BlogPosting','articleBody':'"
            + THIRD
            + "'}]}";
    String head = "<script type=application/ld+json>" + data.replace('\'', '"') + "</script>";
    assertEquals(List.of("Through", SECOND, THIRD), read(page(head, "<div></div>")).body());
  }
}
