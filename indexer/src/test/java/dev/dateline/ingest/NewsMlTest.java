package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A news item of NewsML-G2 is an article, alone or in a message. */
class NewsMlTest {

  private static final String ITEM =
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:harbour.example:20260914:ferry" version="3"
          standard="NewsML-G2" xml:lang="en-GB">
        <rightsInfo><copyrightHolder><name>Harbour Wire Ltd</name></copyrightHolder><usageTerms>Print
          only</usageTerms></rightsInfo>
        <itemMeta>
          <itemClass qcode="ninat:text"/>
          <provider uri="https://www.harbour.example/about"><name>Harbour Wire</name></provider>
          <versionCreated>2026-09-14T09:30:00+02:00</versionCreated>
          <firstCreated>2026-09-14T08:00:00+02:00</firstCreated>
          <pubStatus qcode="stat:usable"/>
          <signal qcode="sig:correction"/>
        </itemMeta>
        <contentMeta>
          <urgency>4</urgency>
          <located><name>North Harbour</name><broader><name>Coast</name></broader></located>
          <creator role="crol:reporter"><name>Ada North</name><name>A. North</name></creator>
          <creator><name>Bo South</name></creator>
          <genre qcode="genre:interview"><name>Interview</name></genre>
          <keyword>crew</keyword>
          <subject qcode="medtop:1"><name xml:lang="en">Ferries</name><name xml:lang="de">F\u00e4hren</name></subject>
          <subject qcode="person:2"/>
          <slugline>FERRY</slugline>
          <headline>Ferries stay
            in port</headline>
          <description role="drol:summary">Crews walk out.<br/>Trains run.</description>
          <description role="drol:script">Shots of a ferry.</description>
        </contentMeta>
        <assert qcode="person:2"><name>Cy West</name></assert>
        <contentSet>CONTENT</contentSet>
      </newsItem>
      """;

  private static final String NITF =
      """
      <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata>
        <doc-id id-string="other"/></docdata></head><body><body.head><hedline><hl1>No ferry leaves</hl1></hedline>
        <byline>By Di East</byline></body.head><body.content><p>Crews walked out.</p><p>Trains run.</p></body.content></body>
      </nitf></inlineXML>\
      """;

  private static Article content(String content) throws IOException {
    return Reads.article("item.xml", ITEM.replace("CONTENT", content));
  }

  private static Article item(String itemMeta) throws IOException {
    return Reads.article(
        "a",
        "<newsItem guid='urn:a:1'><itemMeta>"
            + itemMeta
            + "</itemMeta><contentMeta><headline>T</headline></contentMeta></newsItem>");
  }

  @Test
  void aNewsItemIsAnArticle() throws IOException {
    Article article = content(NITF);

    assertEquals("urn:newsml:harbour.example:20260914:ferry", article.id());
    assertEquals("Ferries stay in port", article.title());
    assertEquals("No ferry leaves", article.originalTitle());
    assertEquals("Crews walk out.\nTrains run.", article.summary());
    assertEquals(List.of("Crews walked out.", "Trains run."), article.body());
    assertEquals("Shots of a ferry.", article.parts().getFirst().text());
    assertEquals(List.of("Ada North", "Bo South"), article.authors());
    assertEquals("Harbour Wire", article.source().name());
    assertEquals("harbour.example", article.domain());
    assertEquals(List.of("crew", "Ferries", "Cy West"), article.tags());
    assertEquals("en-gb", article.language());
    assertEquals("2026-09-14T06:00:00Z", article.published().toString());
    assertEquals("2026-09-14T07:30:00Z", article.updated().toString());
    assertEquals(Status.USABLE, article.status());
    assertEquals("3", article.metadata().get("version"));
    assertEquals("correction", article.metadata().get("signal"));
    assertEquals("FERRY", article.metadata().get("slugline"));
    assertEquals("Interview", article.metadata().get("genre"));
    assertEquals("North Harbour", article.metadata().get("located"));
    assertEquals("Print only", article.metadata().get("usageTerms"));
    assertEquals("newsml-g2", article.provenance().format());
    assertEquals("contentMeta/headline", article.provenance().rules().get("title"));
  }

  @Test
  void theTextMayBeInSeveralForms() throws IOException {
    List<String> text = List.of("Crews walked out.", "Trains run.");
    assertEquals(
        text,
        content(
                "<inlineXML><html"
                    + " xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body><h1>Ferries"
                    + " stay in port</h1><p>Crews walked out.</p><figure>A ferry.</figure><p>Trains"
                    + " run.</p></body></html></inlineXML>")
            .body());
    assertEquals(
        text,
        content(
                "<inlineData contenttype='text/plain'>Crews walked out.\n\n"
                    + "Trains run.</inlineData>")
            .body());
    assertEquals(
        text,
        content(
                "<inlineData contenttype='text/html'><![CDATA[<p>Crews walked out.<p>Trains"
                    + " run.]]></inlineData>")
            .body());
    assertEquals(
        text,
        content(
                "<inlineXML><log><entry>Crews walked out.</entry><entry>Trains"
                    + " run.</entry></log></inlineXML>")
            .body());
    assertEquals(List.of(), content("<inlineData encoding='base64'>AAAA</inlineData>").body());
    assertEquals(text, content(NITF + "<inlineData>Another form.</inlineData>").body());
  }

  @Test
  void prefixesAndCaseOfNamesDoNotMatter() throws IOException {
    Article article =
        Reads.article(
            "a",
            "<n:newsItem xmlns:n='http://iptc.org/std/nar/2006-10-01/'"
                + " GUID='urn:a:1'><n:contentMeta>"
                + "<n:headline>T</n:headline></n:contentMeta></n:newsItem>");
    assertEquals("urn:a:1", article.id());
    assertEquals("T", article.title());
  }

  @Test
  void anItemSaysWhetherAndWhenItMayBeFound() throws IOException {
    assertEquals(Status.WITHDRAWN, item("<pubStatus qcode='stat:canceled'/>").status());
    assertEquals(Status.USABLE, item("").status());
    assertEquals("2030-01-01T11:00:00Z", until("<embargoed>2030-01-01T12:00:00+01:00</embargoed>"));
    assertEquals("9999-12-31T23:59:59Z", until("<embargoed/>"));
    assertEquals("9999-12-31T23:59:59Z", until("<pubStatus qcode='stat:withheld'/>"));
  }

  private static String until(String itemMeta) throws IOException {
    return ((Status.Embargoed) item(itemMeta).status()).until().toString();
  }

  @Test
  void aCanceledItemWithoutATextWithdrawsItsArticle() throws IOException {
    Article article =
        Reads.article(
            "a",
            "<newsItem guid='urn:a:1'><itemMeta><pubStatus"
                + " qcode='stat:canceled'/></itemMeta></newsItem>");
    assertEquals("urn:a:1", article.id());
    assertEquals(Status.WITHDRAWN, article.status());
  }

  @Test
  void eachNewsItemOfAMessageIsAnArticle() throws IOException {
    String item =
        "<newsItem guid='urn:a:%d'><contentMeta><headline>T</headline></contentMeta></newsItem>";
    String others =
        "<packageItem"
            + " guid='urn:p:1'><itemMeta/></packageItem><planningItem/><conceptItem/><knowledgeItem/>";
    String message =
        "<newsMessage><header/><itemSet>" + item.formatted(1) + others + item.formatted(2);

    assertEquals(
        List.of(
            "urn:a:1",
            "passed over: item 2 has neither a headline nor a text",
            "passed over: item 3 is a plan of coverage, not news",
            "passed over: item 4 is a concept of a vocabulary, not news",
            "passed over: item 5 is a vocabulary, not news",
            "urn:a:2"),
        Reads.summary(Reads.outcomes("a.xml", message + "</itemSet></newsMessage>")));
  }

  @Test
  void aPackageWithAHeadlineIsAnArticle() throws IOException {
    Article article =
        Reads.article(
            "a",
            "<packageItem guid='urn:p:1'><contentMeta><headline>Top"
                + " stories</headline></contentMeta><groupSet><group><itemRef"
                + " residref='urn:a:1'><title>Ferries</title><description>Crews walk"
                + " out.</description></itemRef></group></groupSet></packageItem>");
    assertEquals("Top stories", article.title());
    assertEquals(List.of("Ferries", "Crews walk out."), article.body());
    assertNull(article.url());
  }

  @Test
  void aMessageWithoutItemsIsPassedOver() throws IOException {
    assertEquals(
        List.of("passed over: the message has no items"),
        Reads.summary(Reads.outcomes("a", "<newsMessage><header/></newsMessage>")));
  }
}
