package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a JSON object was published, and whether it may be found. */
class JsonDatesTest {

  @Test
  void aDateThatIsNotUnderstoodLeavesTheArticleUndatedAndIsKept() {
    Article article = Reads.json("{'title':'T','date':'a while ago'}");
    assertNull(article.published());
    assertEquals("a while ago", article.metadata().get("published.raw"));
    assertEquals(
        List.of("published: \"a while ago\" is not understood as a date"),
        article.provenance().notes());
    assertNull(article.provenance().rules().get("published"));
  }

  @Test
  void aDateFarAheadIsNotBelieved() {
    Article article = Reads.json("{'title':'T','date':'9000-01-01','updated':'9000-01-02'}");
    assertNull(article.published());
    assertNull(article.updated());
    assertEquals("9000-01-01", article.metadata().get("published.raw"));
    assertEquals("9000-01-02", article.metadata().get("updated.raw"));
  }

  @Test
  void epochNumbersAreDates() {
    assertEquals(
        "2025-11-22T08:00:00Z",
        Objects.toString(Reads.json("{'title':'T','date':1763798400}").published()));
    assertEquals(
        Instant.parse("2025-11-22T08:00:00.500Z"),
        Reads.json("{'title':'T','updated':1763798400500}").updated());
  }

  @ParameterizedTest
  @ValueSource(strings = {"withdrawn", "canceled", "Cancelled", "killed"})
  void aWithdrawnArticleNeedsNoText(String status) {
    Article article = Reads.json("{'id':'a','status':'" + status + "'}");
    assertEquals(Status.WITHDRAWN, article.status());
  }

  @Test
  void anotherStatusIsKeptAsMetadata() {
    Article article = Reads.json("{'title':'T','status':'Live'}");
    assertEquals(Status.USABLE, article.status());
    assertEquals("Live", article.metadata().get("status"));
    assertEquals(Map.of(), Reads.json("{'title':'T','status':'usable'}").metadata());
  }

  @Test
  void anEmbargoHoldsAndOneThatIsNotUnderstoodKeepsTheArticleOut() {
    assertEquals(
        new Status.Embargoed(Instant.parse("2999-01-01T06:00:00Z")),
        Reads.json("{'title':'T','embargoedUntil':'2999-01-01T06:00:00Z'}").status());
    assertEquals(
        "its embargo is not understood as a date",
        Reads.malformedJson("{'title':'T','embargoedUntil':'noon'}").reason());
    assertEquals(
        "its embargo is not understood as a date",
        Reads.malformedJson("{'title':'T','embargoedUntil':{}, 'embargoed':true}").reason());
  }
}
