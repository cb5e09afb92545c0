package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entry of a feed is an article, whatever the kind of the feed. */
class FeedTest {

  private static final String RSS =
      """
      <?xml version="1.0"?>
      <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
          "http://my.netscape.com/publish/formats/rss-0.91.dtd">
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel>
          <title>Harbour Post</title>
          <link>https://harbourpost.example/</link>
          <language>en-GB</language>
          <item>
            <title>Ferries &amp;amp; trains: caf&eacute; closed</title>
            <link>/2026/ferry?a=1&amp;b=2</link>
            <guid isPermaLink="false">hp-17</guid>
            <description>Crews walk out.</description>
            <content:encoded><![CDATA[<p>Crews <b>walked</b>
              out.</p><script>track()</script><ul><li>One</li><li>Two<br>lines</li></ul>]]></content:encoded>
            <dc:creator>Ada North</dc:creator>
            <dc:creator>bo@harbourpost.example (Bo South)</dc:creator>
            <category>Ferries</category>
            <category>Strikes</category>
            <pubDate>Mon, 14 Sep 2026 08:00:00 +0200</pubDate>
          </item>
        </channel>
      </rss>
      """;

  private static String item(String content) {
    return "<rss version='2.0'><channel><link>https://a.example/</link><item>"
        + content
        + "</item></channel></rss>";
  }

  @Test
  void anItemOfRssIsAnArticle() throws IOException {
    Article article = Reads.article("feed.xml", RSS);

    assertEquals("Ferries & trains: café closed", article.title());
    assertEquals("https://harbourpost.example/2026/ferry?a=1&b=2", article.url());
    assertEquals("Crews walk out.", article.summary());
    assertEquals(List.of("Crews walked out.", "One", "Two\nlines"), article.body());
    assertEquals(List.of("Ada North", "Bo South"), article.authors());
    assertEquals(List.of("Ferries", "Strikes"), article.tags());
    assertEquals("Harbour Post", article.source().name());
    assertEquals("harbourpost.example", article.domain());
    assertEquals("en-gb", article.language());
    assertEquals("2026-09-14T06:00:00Z", article.published().toString());
    assertEquals("content:encoded", article.provenance().rules().get("body"));
    assertEquals("pubdate", article.provenance().rules().get("published"));
    assertEquals("title of the feed", article.provenance().rules().get("source"));
  }

  @Test
  void anItemOfRssOneStandsBesideItsChannel() throws IOException {
    Article article =
        Reads.article(
            "feed.rdf",
            """
            <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://purl.org/rss/1.0/"
                xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:other="http://other.example/">
              <x:channel><x:title>Harbour Post</x:title></x:channel>
              <x:item><other:title>No</other:title><x:title>Snow</x:title><x:link>https://a.example/1</x:link>
                <d:date>2026-09-14</d:date></x:item>
            </r:RDF>
            """);

    assertEquals("Snow", article.title());
    assertEquals("https://a.example/1", article.url());
    assertEquals("2026-09-14", article.published().toString());
    assertEquals("Harbour Post", article.source().name());
  }

  @Test
  void anEntryOfAtomIsAnArticle() throws IOException {
    Article article =
        Reads.article(
            "feed.atom",
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/" xml:lang="de">
              <a:title>Harbour Post</a:title>
              <a:author><a:name>Desk</a:name><a:email>desk@a.example</a:email></a:author>
              <a:entry>
                <a:title type="text">1 &lt; 2 &lt;b&gt;</a:title>
                <a:link rel="self" href="feed.atom"/><a:link href="../2026/snow"/>
                <a:id>tag:a.example,2026:1</a:id>
                <a:content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>It fell.</h:p><h:p>It
                  melts.</h:p></h:div></a:content>
                <a:summary type="html">It &lt;i&gt;snowed&lt;/i&gt;</a:summary>
                <a:category term="wx" label="Weather"/>
                <a:updated>2026-09-14T08:00:00Z</a:updated>
              </a:entry>
            </a:feed>
            """);

    assertEquals("1 < 2 <b>", article.title());
    assertEquals("https://a.example/2026/snow", article.url());
    assertEquals(List.of("It fell.", "It melts."), article.body());
    assertEquals("It snowed", article.summary());
    assertEquals(List.of("Desk"), article.authors());
    assertEquals(List.of("Weather"), article.tags());
    assertEquals("de", article.language());
    assertEquals("2026-09-14T08:00:00Z", article.updated().toString());
    assertEquals("atom:updated (no other date)", article.provenance().rules().get("published"));
  }

  @Test
  void theContentOfOldAtomMayBeInBase64() throws IOException {
    Article article =
        Reads.article(
            "feed.xml",
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>T</title>"
                + "<content type='text/html' mode='base64'>PHA+U25vdzwvcD4=</content>"
                + "<issued>2026-09-14T08:00:00Z</issued></entry></feed>");

    assertEquals(List.of("Snow"), article.body());
    assertEquals("2026-09-14T08:00:00Z", article.published().toString());
  }

  @Test
  void anItemOfAJsonFeedIsAnArticle() throws IOException {
    List<Outcome> outcomes =
        Reads.outcomes(
            "feed.json",
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","language":"en",
             "home_page_url":"https://a.example/","authors":[{"name":"Desk"}],"items":[
              {"id":17,"url":"/snow","title":"Snow","content_html":"<p>One</p><p>Two</p>","summary":"It fell",
               "date_published":"2026-09-14T08:00:00+02:00","tags":["Weather"],"author":{"name":"Ada North"}},
              {"id":"https://a.example/2","content_text":"Ice"}, 3]}
            """);

    Article article = Reads.article(outcomes.getFirst());
    assertEquals("https://a.example/snow", article.url());
    assertEquals(List.of("One", "Two"), article.body());
    assertEquals("It fell", article.summary());
    assertEquals("2026-09-14T06:00:00Z", article.published().toString());
    assertEquals(List.of("Ada North"), article.authors());
    assertEquals(List.of("Weather"), article.tags());
    assertEquals("en", article.language());
    assertEquals("Harbour Post", article.source().name());
    assertEquals("https://a.example/2", Reads.article(outcomes.get(1)).url());
    assertEquals(List.of("Desk"), Reads.article(outcomes.get(1)).authors());
    assertEquals("entry 3", Reads.malformed(outcomes.get(2)).where());
  }

  @Test
  void aPermanentGuidIsTheUrlAndAnotherIsAnIdWhereThereIsNoLink() throws IOException {
    String guid = "https://a.example/1";
    assertEquals(guid, Reads.article("a", item("<title>T</title><guid>" + guid + "</guid>")).url());
    Article other = Reads.article("a", item("<title>T</title><guid isPermaLink='false'>17</guid>"));
    assertNull(other.url());
    assertEquals("https://a.example/ 17", other.id());
    Article linked =
        Reads.article("a", item("<title>T</title><link>https://a.example/2</link><guid>17</guid>"));
    assertEquals(linked.id(), Article.builder().url("https://a.example/2").build().id());
    assertNotEquals(linked.id(), other.id());
  }

  @Test
  void aDescriptionOfSeveralParagraphsIsTheBodyWhereThereIsNoOther() throws IOException {
    Article article =
        Reads.article("a", item("<description>&lt;p&gt;One&lt;p&gt;Two</description>"));

    assertNull(article.summary());
    assertEquals(List.of("One", "Two"), article.body());
  }

  @Test
  void aDateThatIsNotUnderstoodIsKeptRawAndNoneIsInvented() throws IOException {
    Article article = Reads.article("a", item("<title>T</title><pubDate>last Tuesday</pubDate>"));

    assertNull(article.published());
    assertEquals("last Tuesday", article.metadata().get("published.raw"));
  }

  @Test
  void aFeedIsDecodedAsItsDeclarationSays() throws IOException {
    for (String name : List.of("windows-1251", "UTF-16", "KOI8-R", "UTF-8")) {
      String feed = "<?xml version='1.0' encoding='" + name + "'?>" + item("<title>Снег</title>");
      assertEquals(
          "Снег",
          Reads.article(Reads.outcomes("a", feed.getBytes(Charset.forName(name))).getFirst())
              .title());
    }
    String feed = "<?xml version='1.0' encoding='UTF-16'?>" + item("<title>Снег</title>");
    assertEquals(
        "Снег", Reads.article(Reads.outcomes("a", feed.getBytes(UTF_16BE)).getFirst()).title());
  }

  @Test
  void aFeedThatIsBrokenGivesWhatCanBeRead() throws IOException {
    List<Outcome> outcomes =
        Reads.outcomes(
            "a",
            "<rss><channel><item><title>A & B <br> C</title></item>"
                + "<item><title>Open</title></channel></rss>");

    assertEquals("A & B C", Reads.article(outcomes.getFirst()).title());
    assertEquals("Open", Reads.article(outcomes.get(1)).title());
    assertEquals(2, outcomes.size());
  }

  @Test
  void aFeedThatIsCutOffSaysSo() throws IOException {
    String feed = "<rss><channel><item><title>A</title></item><item><title>B</title><link>https";
    List<Outcome> outcomes = Reads.outcomes("a", feed);

    assertEquals("A", Reads.article(outcomes.getFirst()).title());
    assertEquals(
        new Outcome.Malformed("a", "entry 2", "the feed is cut off before its end", "feed"),
        outcomes.get(1));
    assertEquals(2, outcomes.size());
  }

  @Test
  void aFeedWithoutEntriesIsPassedOver() throws IOException {
    assertTrue(
        Reads.passedOver(Reads.outcomes("a", "<rss><channel/></rss>").getFirst())
            .reason()
            .contains("no entries"));
  }
}
