package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every backend promises this of the values that it counts. */
public abstract class FacetContract extends ArticleIndexContract {

  private static SearchRequest.Builder counting(Attribute... attributes) {
    return SearchRequest.builder().facets(Set.of(attributes));
  }

  private static Filter only(Attribute attribute, String... values) {
    return new Filter.AnyOf(attribute, Set.of(values));
  }

  /** The values of a facet with their counts, as {@code "Harbour Post 2"}. */
  private List<String> values(Attribute attribute, SearchRequest.Builder request)
      throws IOException {
    return search(request.facets(Set.of(attribute))).facets().get(attribute).stream()
        .map(value -> value.value() + " " + value.articles())
        .toList();
  }

  @Test
  void valuesStandByTheNumberOfArticlesAndThenByTheirName() throws IOException {
    add(
        article("a").tags("Zoo", "ferries", "Ärzte"),
        article("b").tags("ferries"),
        article("c"),
        article("d").tags("banks"));
    assertEquals(
        List.of("ferries 2", "Ärzte 1", "banks 1", "Zoo 1"),
        values(Attribute.TAG, SearchRequest.builder()));
    assertEquals(
        List.of("ferries 2", "Ärzte 1"),
        values(Attribute.TAG, SearchRequest.builder().facetSize(2)));
  }

  @Test
  void anArticleCountsOnceForAValueHoweverOftenItHasIt() throws IOException {
    add(article("a").tags("Ferries", "ferries", " FERRIES "), article("b").tags("ferries"));
    assertEquals(List.of("Ferries 2"), values(Attribute.TAG, SearchRequest.builder()));
  }

  @Test
  void aValueIsWrittenAsMostArticlesWriteIt() throws IOException {
    add(article("a").section("ECONOMIE"));
    add(article("b").section("Économie"), article("c").section("Économie"));
    add(article("d").section("économie"));
    assertEquals(List.of("Économie 4"), values(Attribute.SECTION, SearchRequest.builder()));
  }

  @Test
  void aSiteAndALanguageCountAllThatChoosingThemFinds() throws IOException {
    add(
        article("a").url("https://edition.news.example/a").language("pt-BR"),
        article("b").source(new Source(null, "www.news.example")).language("pt"),
        article("c").url("https://notnews.example/c").language("pt-br"));
    assertEquals(
        List.of("news.example 2", "edition.news.example 1", "notnews.example 1"),
        values(Attribute.DOMAIN, SearchRequest.builder()));
    assertEquals(List.of("pt 3", "pt-br 2"), values(Attribute.LANGUAGE, SearchRequest.builder()));
    for (FacetValue value : search(counting(Attribute.DOMAIN)).facets().get(Attribute.DOMAIN)) {
      SearchRequest.Builder choosing =
          SearchRequest.builder().filter(only(Attribute.DOMAIN, value.value()));
      assertEquals(OptionalLong.of(value.articles()), search(choosing).total());
    }
  }

  @Test
  void aParentSiteThatIsChosenCountsTheArticlesOfTheTotal() throws IOException {
    add(
        article("a").url("https://digital.agency.test/a"),
        article("b").url("https://agency.test/b"),
        article("c").url("https://news.example/c"));
    SearchRequest.Builder request = SearchRequest.builder().filter(only(Attribute.DOMAIN, "test"));
    assertEquals(
        List.of("agency.test 2", "test 2", "digital.agency.test 1", "news.example 1"),
        values(Attribute.DOMAIN, request));
    assertEquals(OptionalLong.of(2), search(request).total());
    request.filter(new Filter.NoneOf(Attribute.DOMAIN, Set.of("agency.test")));
    assertEquals(List.of("news.example 1", "test 0"), values(Attribute.DOMAIN, request));
  }

  @Test
  void whatIsAskedForIsThereAndNothingElse() throws IOException {
    add(article("a").source("Harbour Post"));
    assertEquals(Map.of(), search(SearchRequest.builder()).facets());
    SearchResult result = search(counting(Attribute.values()));
    assertEquals(EnumSet.allOf(Attribute.class), result.facets().keySet());
    assertEquals(List.of(), result.facets().get(Attribute.TAG));
  }

  @Test
  void theArticlesOfTheTotalAreCountedOnWhateverPage() throws IOException {
    add(
        article("a").body("ferry").source("Harbour Post"),
        article("b").body("ferry").source("Harbour Post"),
        article("c").body("dam").source("Harbour Post"));
    SearchResult second =
        search(counting(Attribute.SOURCE).query("ferry").pageSize(1).page(2).order(Order.OLDEST));
    assertEquals(OptionalLong.of(2), second.total());
    assertEquals(List.of(new FacetValue("Harbour Post", 2)), second.facets().get(Attribute.SOURCE));
    SearchResult uncounted = search(counting(Attribute.SOURCE).query("ferry").total(false));
    assertEquals(OptionalLong.empty(), uncounted.total());
    assertEquals(second.facets(), uncounted.facets());
  }

  @Test
  void aRelaxedSearchIsCountedAsItIsShown() throws IOException {
    add(
        article("a").body("ferry").source("Harbour Post"),
        article("b").body("dam").source("Le Phare"));
    assertEquals(
        List.of("Harbour Post 1", "Le Phare 1"),
        values(Attribute.SOURCE, SearchRequest.builder().query("ferry dam")));
  }

  @Test
  void whatMayNotBeFoundIsNotCounted() throws IOException {
    add(
        Stream.of(
                article("a"),
                article("b").status(Status.WITHDRAWN),
                article("c").status(new Status.Embargoed(Instant.now().plusSeconds(3_600))),
                article("d").status(new Status.Embargoed(Instant.now().minusSeconds(3_600))),
                article("e"))
            .map(each -> each.tags("ferries"))
            .toArray(ArticleBuilder[]::new));
    writer.delete("e");
    add();
    assertEquals(List.of("ferries 2"), values(Attribute.TAG, SearchRequest.builder()));
  }

  @Test
  void anotherValueOfAFilterCanBeAdded() throws IOException {
    add(
        article("a").source("Harbour Post").language("en"),
        article("b").source("Le Phare").language("fr"),
        article("c").source("Le Phare").language("en"));
    SearchRequest.Builder request =
        SearchRequest.builder().filter(only(Attribute.SOURCE, "harbour post"));
    assertEquals(List.of("Le Phare 2", "Harbour Post 1"), values(Attribute.SOURCE, request));
    assertEquals(List.of("en 1"), values(Attribute.LANGUAGE, request));
    request.filter(only(Attribute.LANGUAGE, "en"));
    assertEquals(List.of("Harbour Post 1", "Le Phare 1"), values(Attribute.SOURCE, request));
    assertEquals(OptionalLong.of(1), search(request).total());
  }

  @Test
  void aValueThatIsFilteredByIsThereEvenIfFewOrNoArticlesHaveIt() throws IOException {
    add(
        article("a").source("Harbour Post"),
        article("b").source("Harbour Post"),
        article("c").source("Le Phare"));
    assertEquals(
        List.of("Harbour Post 2", "Le Phare 1", "Nobody 0"),
        values(
            Attribute.SOURCE,
            SearchRequest.builder()
                .facetSize(1)
                .filter(only(Attribute.SOURCE, "le  PHARE", "Nobody"))));
  }

  @Test
  void aConditionOfTheQueryItselfStays() throws IOException {
    add(article("a").source("Harbour Post"), article("b").source("Le Phare"));
    assertEquals(
        List.of("Harbour Post 1"),
        values(Attribute.SOURCE, SearchRequest.builder().query("source:\"harbour post\"")));
  }

  @Test
  void aSiteThatIsLeftOutStaysOut() throws IOException {
    add(article("a").url("https://a.example/1"), article("b").url("https://b.example/1"));
    assertEquals(
        List.of("b.example 1"),
        values(
            Attribute.DOMAIN,
            SearchRequest.builder()
                .filter(new Filter.NoneOf(Attribute.DOMAIN, Set.of("a.example")))));
  }
}
