package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Status;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backend promises this of when any word of a query suffices. */
public abstract class RelaxationContract extends ArticleIndexContract {

  @Test
  void whereNoArticleHasAllWordsAnyOfThemSuffices() throws IOException {
    add(article("a").body("ferry").section("World"), article("b").body("volcano"));
    SearchResult relaxed = search(SearchRequest.builder().query("ferry volcano"));
    assertTrue(relaxed.relaxed());
    assertEquals(Set.of("a", "b"), Set.copyOf(ids(relaxed)));
    assertEquals(OptionalLong.of(2), relaxed.total());
    assertEquals(List.of(), found(SearchRequest.builder().query("ferry volcano").match(Match.ALL)));
  }

  @Test
  void filtersAloneDoNotRelaxAQuery() throws IOException {
    add(
        article("a").body("ferry volcano").section("World"),
        article("b").body("ferry").section("Sport"));
    SearchResult none =
        search(
            SearchRequest.builder()
                .query("ferry volcano")
                .filter(new Filter.AnyOf(Attribute.SECTION, Set.of("Sport"))));
    assertFalse(none.relaxed());
    assertEquals(List.of(), ids(none));
    assertEquals(List.of(), found("ferry volcano section:sport"));
  }

  @Test
  void exclusionsAndFiltersInAGroupDoNotRelaxAQueryEither() throws IOException {
    add(article("a").body("ferry volcano strike").section("World"));
    assertFalse(search(SearchRequest.builder().query("ferry volcano -strike")).relaxed());
    assertFalse(
        search(SearchRequest.builder().query("(ferry volcano section:sport) OR nosuch")).relaxed());
  }

  @Test
  void whatMayNotBeFoundDoesNotShowInHowAQueryIsRelaxed() throws IOException {
    Status embargo = new Status.Embargoed(Instant.now().plusSeconds(3600));
    add(article("hidden").body("merger acme").status(embargo), article("a").body("merger talks"));
    assertEquals(List.of("a"), found("merger acme"));
    assertEquals(List.of("a"), found("merger nosuch"));
  }

  @Test
  void anyOfTheWordsSufficesWhereThatIsAsked() throws IOException {
    add(
        article("both").body("ferry volcano"),
        article("one").body("ferry"),
        article("none").body("bus"));
    assertEquals(
        List.of("both", "one"),
        found(SearchRequest.builder().query("ferry volcano").match(Match.ANY)));
  }

  @Test
  void aPhraseAmongOtherWordsCountsByItsWordsTooWhereAnySuffices() throws IOException {
    add(
        article("quoted").body("the strike of the ferry crews"),
        article("said").body("a ferry on strike"),
        article("none").body("bus"));
    assertEquals(
        List.of("quoted", "said"),
        found(SearchRequest.builder().query("\"ferry crews\" sail").match(Match.ANY)));
    assertEquals(
        List.of("quoted"),
        found(SearchRequest.builder().query("\"ferry crews\"").match(Match.ANY)));
  }

  @Test
  void aNameWithASignInItStaysTogether() throws IOException {
    add(
        article("company").body("AT&T rose"),
        article("band").body("AC/DC on tour"),
        article("pact").body("Japan signs"),
        article("letters").body("At a T junction: AC or DC"));
    assertEquals(List.of("company"), found("AT&T nosuch"));
    assertEquals(List.of("company"), found("\"the AT&T merger\" nosuch"));
    assertEquals(List.of("band"), found("AC/DC nosuch"));
    assertEquals(List.of("pact"), found("U.S./Japan nosuch"));
  }

  @Test
  void broadFindsWhatAnyWordFinds() throws IOException {
    add(article("a").body("ferry"), article("b").body("volcano"), article("c").body("bus"));
    SearchRequest.Builder query = SearchRequest.builder().query("ferry volcano");
    SearchResult broad = search(query.match(Match.BROAD));
    assertEquals(Set.of("a", "b"), Set.copyOf(ids(broad)));
    assertEquals(OptionalLong.of(2), broad.total());
  }
}
