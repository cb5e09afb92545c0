package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document in NITF is an article. */
class NitfTest {

  private static final String STORY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
      <nitf xml:lang="en-GB">
        <head>
          <title>BC-Ferry</title>
          <tobject tobject.type="news"><tobject.subject tobject.subject.type="Labour"/></tobject>
          <docdata management-status="usable">
            <doc-id regsrc="HW" id-string="F17"/>
            <urgency ed-urg="4"/>
            <date.issue norm="20260914T080000+0200"/>
            <date.release norm="20260914T080000+0200"/>
            <date.expire norm="20260921T080000+0200"/>
            <ed-msg info="Adds the trains."/>
            <du-key key="ferry-strike"/>
            <series series.name="Strikes"/>
            <doc.copyright year="2026" holder="Harbour Wire"/>
            <key-list><keyword key="Ferries"/><keyword key="Strikes"/></key-list>
            <identified-content><person>Cy West</person><classifier>Transport</classifier></identified-content>
          </docdata>
        </head>
        <body>
          <body.head>
            <hedline><hl1>Ferries stay in port</hl1><hl2>Trains run</hl2></hedline>
            <byline>By <person>Ada North</person> and <person>Bo South</person>, <byttl>Staff Reporters</byttl></byline>
            <distributor>Harbour Wire</distributor>
            <dateline><location>North Harbour</location></dateline>
            <abstract><p>Crews walk out.</p></abstract>
          </body.head>
          <body.content>
            <p lede="true">Crews <em>walked</em>
              out.</p>
            <media media-type="image"><media-reference source="1.jpg"/><media-caption>A ferry.</media-caption></media>
            <hl2>Timetable</hl2>
            <hl2>Trains</hl2>
            <table><tr><th>Train</th><th>Hour</th></tr><tr><td>North</td><td>8</td></tr></table>
            <block><p>Talks go on.</p></block>
          </body.content>
          <body.end><tagline>Cy West added to this report.</tagline></body.end>
        </body>
      </nitf>
      """;

  private static Article document(String docdata) throws IOException {
    return Reads.article(
        "a.xml",
        "<nitf><head><docdata "
            + docdata
            + "</docdata></head><body><body.head><hedline><hl1>T</hl1></hedline></body.head></body></nitf>");
  }

  @Test
  void aStoryIsAnArticle() throws IOException {
    Article article = Reads.article("story.xml", STORY);

    assertEquals("HW:F17", article.id());
    assertEquals("Ferries stay in port", article.title());
    assertEquals("Crews walk out.", article.summary());
    assertEquals(
        List.of(
            "Crews walked out.", "Timetable", "Trains", "Train Hour", "North 8", "Talks go on."),
        article.body());
    assertEquals(List.of("Ada North", "Bo South"), article.authors());
    assertEquals("Harbour Wire", article.source().name());
    assertEquals(List.of("Ferries", "Strikes", "Transport", "Labour"), article.tags());
    assertEquals("2026-09-14T06:00:00Z", article.published().toString());
    assertEquals("en-gb", article.language());
    assertEquals(Status.USABLE, article.status());
    assertEquals("4", article.metadata().get("urgency"));
    assertEquals("ferry-strike", article.metadata().get("du-key"));
    assertEquals("Cy West", article.metadata().get("people"));
    assertEquals("North Harbour", article.metadata().get("dateline"));
    assertEquals("nitf", article.provenance().format());
    assertEquals("body/body.head/hedline/hl1", article.provenance().rules().get("title"));
    assertTrue(
        article.provenance().dropped().stream().anyMatch(it -> it.text().contains("A ferry.")));
  }

  @Test
  void theDatesOfNitfAreUnderstood() throws IOException {
    assertEquals("2026-11-22T08:00:00Z", published("20261122T080000Z"));
    assertEquals("2026-11-22T07:00:00Z", published("20261122T080000+0100"));
    assertEquals("2026-11-22T13:00:00Z", published("20261122T080000-0500"));
    assertEquals("2026-11-22", published("20261122"));
    assertEquals("2026-11-22", published("2026-11-22"));
  }

  /** NITF has no other way to say that the time is not known. */
  @Test
  void midnightStandsForTheDay() throws IOException {
    assertEquals("2026-11-22", published("20261122T000000-0500"));
    assertEquals("2026-11-22", published("20261122000000-0500"));
    assertEquals("2026-11-22", published("20261122T000000"));
  }

  private static String published(String norm) throws IOException {
    return document("><date.issue norm='" + norm + "'/>").published().toString();
  }

  @Test
  void aCanceledDocumentWithdrawsItsArticle() throws IOException {
    Article article =
        document("management-status='canceled'><doc-id id-string='urn:a:1' regsrc='HW'/>");
    assertEquals("urn:a:1", article.id());
    assertEquals(Status.WITHDRAWN, article.status());
  }

  @Test
  void aReleaseAfterTheIssueIsAnEmbargo() throws IOException {
    assertEquals(
        "2030-01-01T00:00:00Z",
        until("><date.issue norm='20260914T080000Z'/><date.release norm='20300101T000000Z'/>"));
    assertEquals("2030-01-01T00:00:00Z", until("><date.release norm='20300101T000000Z'/>"));
    assertEquals(
        "2026-01-01T08:00:00Z",
        until("management-status='embargoed'><date.release norm='20260101T080000Z'/>"));
    assertEquals("9999-12-31T23:59:59Z", until("management-status='withheld'>"));
    assertEquals("9999-12-31T23:59:59Z", until("management-status='embargoed'>"));
  }

  private static String until(String docdata) throws IOException {
    return ((Status.Embargoed) document(docdata).status()).until().toString();
  }

  @Test
  void theAddressOfAPublishedStoryIsItsUrl() throws IOException {
    Article article =
        Reads.article(
            "a",
            "<nitf><head><title>T</title><docdata><doc-id id-string='17'/></docdata>"
                + "<pubdata name='Harbour Post' ex-ref='https://a.example/17' position.section='B'"
                + " date.publication='20260914T000000'/></head></nitf>");

    assertEquals("https://a.example/17", article.url());
    assertEquals(Article.builder().url("https://a.example/17").build().id(), article.id());
    assertEquals("17", article.metadata().get("id"));
    assertEquals("Harbour Post", article.source().name());
    assertEquals("B", article.section());
    assertEquals("2026-09-14", article.published().toString());
  }

  @Test
  void aTitleOfTheAuthorIsNoAuthorUnlessThereIsNoOther() throws IOException {
    assertEquals(List.of("Sports Desk"), authors("<byttl>Sports Desk</byttl>"));
    assertEquals(
        List.of("Ada North"),
        authors("BY ADA NORTH<byttl>Wire Writer</byttl>".replace("ADA NORTH", "Ada North")));
    assertEquals(List.of(), authors(" "));
  }

  private static List<String> authors(String byline) throws IOException {
    return Reads.article(
            "a",
            "<nitf><body><body.head><hedline><hl1>T</hl1></hedline><byline>"
                + byline
                + "</byline></body.head></body></nitf>")
        .authors();
  }

  @Test
  void firstParagraphsThatAreGivenTwiceAreTakenOnce() throws IOException {
    Article article =
        Reads.article(
            "a",
            "<nitf><body><body.content><block class='lead_paragraph'><p>One.</p></block><block"
                + " class='full_text'><p>One.</p><p>Two.</p></block></body.content></body></nitf>");

    assertNull(article.title());
    assertEquals(List.of("One.", "Two."), article.body());
  }
}
