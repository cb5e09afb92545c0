package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every backend promises this of the query that may have been meant. */
public abstract class DidYouMeanContract extends ArticleIndexContract {

  private @Nullable String meant(String query) throws IOException {
    return search(SearchRequest.builder().query(query)).didYouMean();
  }

  private void addHarbour() throws IOException {
    add(
        article("a")
            .title("Ferry strike enters its third week")
            .source(new Source("Sea Post", null)),
        article("b").title("The harbour waits").body("A ferry strike keeps the harbour empty."),
        article("c").title("A lighthouse is sold").body("The keeper of the lighthouse moves out."));
  }

  @Test
  void amisspeltWordIsCorrectedAndAllElseStays() throws IOException {
    addHarbour();
    assertEquals("lighthouse", meant("lighthuose"));
    assertEquals("ferry strike", meant("ferry srtike"));
    assertEquals("ferry strike", meant("fery strke"));
    assertEquals("\"ferry strike\" -keeper", meant("\"fery strike\" -keeper"));
    assertEquals("in:title:lighthouse", meant("intitle:lighthose"));
    assertEquals("source:\"Sea Post\" strike", meant("source:\"Sea Post\" striek"));
    assertEquals("(lighthouse OR nowhere) keeper", meant("(lighthose OR nowhere) keeper"));
  }

  @Test
  void whatIsProposedFindsMoreThanWhatWasTyped() throws IOException {
    addHarbour();
    for (String typed : new String[] {"lighthuose", "ferry srtike", "fery strke"}) {
      SearchResult asked = search(SearchRequest.builder().query(typed).match(Match.ALL));
      String meant = asked.didYouMean();
      long found =
          search(SearchRequest.builder().query(meant == null ? "" : meant)).total().orElseThrow();
      assertEquals(true, meant != null && found > asked.total().orElseThrow(), typed);
    }
  }

  @Test
  void whoHasNoUseForItIsNotTold() throws IOException {
    addHarbour();
    assertEquals("lighthouse", meant("lighthuose"));
    assertNull(search(SearchRequest.builder().query("lighthuose").didYouMean(false)).didYouMean());
  }

  @Test
  void whatIsTooLongToBeAWordIsLeftAlone() throws IOException {
    addHarbour();
    String letters = "lighthouse".repeat(8);
    add(article("d").title(letters));
    assertNull(meant(letters.replaceFirst("i", "l")));
  }

  @Test
  void whatIsNotMisspeltIsLeftAlone() throws IOException {
    addHarbour();
    assertNull(meant("ferry"));
    assertNull(meant("lighthouse"));
    assertNull(meant("lighthouses"), "another form of a word of the index");
    assertNull(meant("ferry lighthouse"), "both are words, and no article has both");
    assertNull(meant("zzyzx"));
    assertNull(meant("lighthuos*"), "typed to stand for several");
    assertNull(meant("ferry -lighthuose"), "must not be there");
    assertNull(meant(""));
    assertNull(search(SearchRequest.builder().query("lighthuose").page(2)).didYouMean());
  }

  @Test
  void aRightWordOfAnotherLanguageIsLeftAlone() throws IOException {
    for (int i = 0; i < 50; i++) {
      writer.add(
          article("en" + i)
              .title("A great louvre in the grave")
              .body("The strasser stress of a referendum in Greece.")
              .build());
    }
    add(article("fr").title("Grève générale").language("fr"));
    for (String word : List.of("Grève", "grave", "œuvre", "Straße", "größe", "élève", "grèce")) {
      assertNull(meant(word), word);
    }
    assertEquals("referendum", meant("référandum"), "long enough to be told");
  }

  @Test
  void theNamesOfFieldsAndAddressesAreNoWords() throws IOException {
    add(
        article("a").title("Title of the entitle bill"),
        article("b").title("Sources of the harbour"),
        article("c").title("Example of the harbour"));
    for (String query : List.of("intitle:", "intitle: zzyzx", "sourcs: zzyzx", "www.exampel.org")) {
      assertNull(meant(query), query);
    }
    assertEquals("sources: harbour", meant("sources: harbuor"));
  }

  @Test
  void aWordThatAFilterMakesRareIsLeftAlone() throws IOException {
    addHarbour();
    add(article("d").title("Fairy tales").source(new Source("Book Post", null)));
    Filter books = new Filter.AnyOf(Attribute.SOURCE, Set.of("Book Post"));
    assertNull(search(SearchRequest.builder().query("ferry").filter(books)).didYouMean());
    assertNull(search(SearchRequest.builder().query("lighthuose").filter(books)).didYouMean());
  }

  @Test
  void aQueryWithEnoughHitsIsLeftAlone() throws IOException {
    for (int i = 0; i < 5; i++) {
      add(article("a" + i).title("Colour of the sea"));
    }
    for (int i = 0; i < 60; i++) {
      writer.add(article("b" + i).title("Color of the sea").build());
    }
    add();
    assertNull(meant("colour"));
  }

  @Test
  void hiddenArticlesHaveNoSay() throws IOException {
    add(
        article("a").title("Zeppelin merger").status(Status.WITHDRAWN),
        article("b")
            .title("Zeppelin merger")
            .status(new Status.Embargoed(Instant.now().plusSeconds(3600))),
        article("c").title("The ferry waits"));
    assertNull(meant("zepelin"));
    assertNull(meant("ferry OR zepelin"));
    writer.delete("c");
    add();
    assertNull(meant("fery"));
  }
}
