package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An item of ninjs is an article, whatever the version. */
class NinjsTest {

  private static final String FIRST =
      """
      {"uri":"urn:newsml:harbour.example:20260914:ferry","type":"text","version":"3","pubstatus":"usable","urgency":3,
       "firstcreated":"2026-09-14T08:00:00+02:00","versioncreated":"2026-09-14T09:30:00+02:00",
       "headline":"Ferries stay in port","slugline":"ferry-strike","byline":"By Ada North and Bo South",
       "description_text":"Crews walk out.","description_html":"<p>Crews <b>walk</b> out.</p>",
       "body_text":"Crews walked out.","body_html":"<h1>Ferries stay in port</h1><p>Crews <b>walked</b> out.</p>\
      <figure><figcaption>A ferry.</figcaption></figure><p>Trains run.</p>",
       "language":"en-GB","copyrightholder":"Harbour Wire","subject":[{"code":"1","name":"Ferries"},{"name":"Strikes"}],
       "place":[{"name":"North Harbour"}],"renditions":{"main":{"href":"https://a.example/1.jpg"}},
       "associations":{"featured":{"uri":"urn:x:2","type":"picture"}}}
      """;

  private static final String THIRD =
      """
      {"uri":"https://wire.example/item/17","type":"text","pubStatus":"usable","contentCreated":"2026-09-13",
       "versionCreated":"2026-09-14T09:30:00Z","by":"Ada North",
       "headlines":[{"role":"sub","value":"Trains run"},{"role":"main","value":"Ferries <em>stay</em>","contentType":"text/html"}],
       "descriptions":[{"role":"creditline","value":"Harbour Wire"},{"role":"caption","value":"A ferry."},
         {"role":"script","value":"Shots of a ferry."}],
       "bodies":[{"role":"text","contentType":"text/plain","value":"Crews walked out. Trains run."},
         {"contentType":"text/html","value":"<p>Crews walked out.</p><p>Trains run.</p>"}],
       "infoSources":[{"name":"Harbour Wire"}],"subjects":[{"name":"Ferries"}],"people":[{"name":"Cy West"},{"name":"Di East"}],
       "edNote":"Check names.","standard":{"name":"ninjs","version":"3.0"}}
      """;

  private static Article item(String more) throws IOException {
    String item = "{'uri':'urn:a:1','headline':'T','versioncreated':'2026-09-14T08:00:00Z'" + more;
    return Reads.article("a.json", item.replace('\'', '"') + "}");
  }

  @Test
  void anItemOfTheFirstVersionsIsAnArticle() throws IOException {
    Article article = Reads.article("item.json", FIRST);

    assertEquals("urn:newsml:harbour.example:20260914:ferry", article.id());
    assertEquals("Ferries stay in port", article.title());
    assertEquals("Crews walk out.", article.summary());
    assertEquals(List.of("Crews walked out.", "Trains run."), article.body());
    assertEquals(List.of(), article.parts());
    assertEquals(List.of("Ada North", "Bo South"), article.authors());
    assertEquals(List.of("Ferries", "Strikes"), article.tags());
    assertEquals("Harbour Wire", article.source().name());
    assertEquals("en-gb", article.language());
    assertEquals("2026-09-14T06:00:00Z", article.published().toString());
    assertEquals("2026-09-14T07:30:00Z", article.updated().toString());
    assertEquals("3", article.metadata().get("urgency"));
    assertEquals("3", article.metadata().get("version"));
    assertEquals("ferry-strike", article.metadata().get("slugline"));
    assertEquals("North Harbour", article.metadata().get("places"));
    assertEquals("ninjs", article.provenance().format());
    assertEquals("body_html", article.provenance().rules().get("body"));
    assertTrue(
        article.provenance().notes().contains("\"associations\" is left out: it is an object"));
  }

  @Test
  void anItemOfTheThirdVersionIsAnArticle() throws IOException {
    Article article = Reads.article("item.json", THIRD);

    assertEquals("https://wire.example/item/17", article.url());
    assertEquals(Article.builder().url("https://wire.example/item/17").build().id(), article.id());
    assertEquals("Ferries stay", article.title());
    assertEquals("A ferry.", article.summary());
    assertEquals("script", article.parts().getFirst().label());
    assertEquals(List.of("Crews walked out.", "Trains run."), article.body());
    assertEquals("2026-09-13", article.published().toString());
    assertEquals("2026-09-14T09:30:00Z", article.updated().toString());
    assertEquals("Harbour Wire", article.source().name());
    assertEquals("Cy West, Di East", article.metadata().get("people"));
    assertEquals("Harbour Wire", article.metadata().get("creditline"));
    assertEquals("headlines (main)", article.provenance().rules().get("title"));
    assertEquals("Trains run", article.provenance().dropped().getFirst().text());
  }

  @Test
  void itemsMayBeInAListAndInLinesAmongOtherObjects() throws IOException {
    String line = FIRST.replace('\n', ' ');
    String other = "{\"id\":\"b\",\"title\":\"T\"}";
    List<String> both = List.of("urn:newsml:harbour.example:20260914:ferry", "b");

    assertEquals(both, Reads.summary(Reads.outcomes("a", "[" + line + "," + other + "]")));
    assertEquals(both, Reads.summary(Reads.outcomes("a", line + "\n" + other + "\n")));
  }

  @Test
  void aCanceledItemWithdrawsItsArticle() throws IOException {
    Article article =
        Reads.article("a", "{\"uri\":\"urn:a:1\",\"version\":\"4\",\"pubstatus\":\"canceled\"}");

    assertEquals("urn:a:1", article.id());
    assertEquals(Status.WITHDRAWN, article.status());
  }

  @Test
  void anItemUnderEmbargoIsNotFoundBeforeItsTime() throws IOException {
    assertEquals(
        "2030-01-01T00:00:00Z",
        ((Status.Embargoed) item(",'embargoed':'2030-01-01T00:00:00Z'").status())
            .until()
            .toString());
    assertEquals(
        "2030-01-01T00:00:00Z",
        ((Status.Embargoed) item(",'embargoedUntil':'2030-01-01T00:00:00Z'").status())
            .until()
            .toString());
    String unclear = "{\"uri\":\"urn:a:1\",\"headlines\":[],\"embargoed\":\"soon\"}";
    assertEquals(
        "its embargo is not understood as a date",
        Reads.malformed(Reads.outcomes("a", unclear).getFirst()).reason());
  }

  @Test
  void aWithheldItemIsNotFoundUntilAnotherVersionComes() throws IOException {
    Article article = item(",'pubstatus':'withheld'");

    Status.Embargoed embargoed = (Status.Embargoed) article.status();
    assertEquals("9999-12-31T23:59:59Z", embargoed.until().toString());
    assertEquals(Status.USABLE, item(",'pubstatus':'usable'").status());
  }

  @Test
  void aDateThatIsNotUnderstoodIsKeptRawAndTheNextOneCounts() throws IOException {
    Article article = item(",'firstcreated':'last Tuesday'");

    assertEquals("2026-09-14T08:00:00Z", article.published().toString());
    assertEquals("last Tuesday", article.metadata().get("published.raw"));
  }

  @Test
  void aPictureIsKnownByItsCaptionAndNothingIsPassedOver() throws IOException {
    Article picture =
        Reads.article(
            "a",
            "{\"uri\":\"urn:a:1\",\"type\":\"picture\",\"description_caption\":\"A"
                + " ferry.\",\"renditions\":{}}");
    assertNull(picture.title());
    assertEquals("A ferry.", picture.summary());

    List<Outcome> nothing =
        Reads.outcomes("a", "{\"uri\":\"urn:a:1\",\"type\":\"graphic\",\"renditions\":{}}");
    assertEquals(
        "line 1 has neither a headline nor a text", Reads.passedOver(nothing.getFirst()).reason());
  }

  @Test
  void valuesOfWrongKindsDoNoHarm() throws IOException {
    for (String value :
        List.of("7", "null", "true", "[]", "{}", "[[1]]", "[{}]", "\"x\"", "1e400")) {
      for (String name :
          List.of(
              "headline", "headlines", "bodies", "descriptions", "by", "subjects", "pubstatus")) {
        String item = "{\"uri\":\"urn:a:1\",\"body_text\":\"B\",\"%s\":%s}".formatted(name, value);
        assertEquals(List.of("urn:a:1"), Reads.summary(Reads.outcomes("a", item)), item);
      }
    }
  }

  @Test
  void aSchemaOfItemsIsNoArticle() throws IOException {
    String schema =
        "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":\"An item\"}";
    assertEquals(
        "line 1 is a JSON Schema, which only describes articles",
        Reads.passedOver(Reads.outcomes("a", schema).getFirst()).reason());
  }

  @Test
  void longListsAreReadInTimeAndMemory() throws IOException {
    StringBuilder people = new StringBuilder("0");
    StringBuilder descriptions = new StringBuilder("'A'");
    for (int i = 1; i < 100_000; i++) {
      people.append(',').append(i);
      descriptions.append(",{'role':'r").append(i).append("','value':'x'}");
    }

    Article article = item(",'people':[" + people + "],'descriptions':[" + descriptions + "]");

    assertTrue(article.metadata().get("people").endsWith(", 99999"));
    assertEquals(99_999, article.parts().size());
  }
}
