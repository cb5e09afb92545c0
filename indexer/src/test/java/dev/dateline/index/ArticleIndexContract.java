package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Part;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.query.Attribute;
import dev.dateline.query.TextPart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every backend promises about an index. A backend's test extends this and says how to open
 * one.
 */
public abstract class ArticleIndexContract {

  private static final Instant AS_OF = Instant.parse("2026-11-20T12:00:00Z");

  private ArticleWriter writer;
  private ArticleIndex index;

  /** Opens a new, empty index for writing. */
  protected abstract ArticleWriter openWriter() throws IOException;

  /** Opens the index that {@link #openWriter} opened. */
  protected abstract ArticleIndex openIndex() throws IOException;

  @BeforeEach
  void open() throws IOException {
    writer = openWriter();
    index = openIndex();
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    writer.close();
  }

  private static ArticleBuilder article(String id) {
    return Article.builder()
        .id(id)
        .title("Untitled")
        .published(Instant.parse("2026-11-01T08:00:00Z"));
  }

  private void add(ArticleBuilder... articles) throws IOException {
    for (ArticleBuilder article : articles) {
      writer.add(article.build());
    }
    writer.commit();
    index.refresh();
  }

  private SearchResult search(SearchRequest.Builder request) throws IOException {
    return index.search(request.asOf(AS_OF).build());
  }

  private List<String> found(String query) throws IOException {
    return ids(search(SearchRequest.builder().query(query)));
  }

  private List<String> found(SearchRequest.Builder request) throws IOException {
    return ids(search(request));
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.article().id()).toList();
  }

  @Test
  void whatIsCommittedIsFoundAndCanBeFetchedWhole() throws IOException {
    Article ferry =
        article("ferry")
            .title("Ferry strike enters its third week")
            .url("https://www.harbourpost.example/ferry")
            .source(new Source("Harbour Post", "harbourpost.example"))
            .authors("Zoë Lindqvist")
            .body("Crews walked out on Monday.", "Talks resume on Friday.")
            .parts(List.of(new Part("By the numbers", "Nine boats lie idle.")))
            .published(Published.on(LocalDate.of(2026, 9, 14)))
            .build();
    add(ferry.with());
    assertEquals(List.of("ferry"), found("ferry"));
    assertEquals(ferry, index.find("ferry").orElseThrow());
    assertTrue(index.find("nothing").isEmpty());
    assertEquals(1, index.stats().articles());
  }

  @Test
  void theSameIdAgainReplacesTheArticle() throws IOException {
    add(article("a").title("Old words"), article("a").title("New words"));
    assertEquals(List.of(), found("old"));
    assertEquals(List.of("a"), found("new"));
    assertEquals(1, index.stats().articles());
  }

  @Test
  void whatIsDeletedIsGone() throws IOException {
    add(article("a"), article("b"));
    writer.delete("a");
    writer.delete("never there");
    writer.commit();
    index.refresh();
    assertEquals(List.of("b"), found(""));
    assertTrue(index.find("a").isEmpty());
  }

  @Test
  void plainWordsMatchTheirInflectedForms() throws IOException {
    add(
        article("a").body("Three universities were running out of money."),
        article("b").body("The news is new."));
    assertEquals(List.of("a"), found("university run"));
    assertEquals(List.of("b"), found("news"));
  }

  @Test
  void phrasesPrefixesAndFuzzyWordsMatchWordsAsWritten() throws IOException {
    add(
        article("hope").body("We hope for rain."),
        article("hoping").body("We were hoping for rain."),
        article("universities").body("The universities said so."));
    assertEquals(List.of("hope"), found("\"hope for rain\""));
    assertEquals(List.of("hope"), found("\"hope\""));
    assertEquals(List.of("universities"), found("universit*"));
    assertEquals(List.of("hoping"), found("hopping~1"));
  }

  @Test
  void aPossessiveIsTheWordItself() throws IOException {
    add(article("a").body("Russia’s sanctions list"), article("b").body("The Russians' list"));
    assertEquals(List.of("a"), found("\"russia sanctions\""));
    assertEquals(List.of("a"), found("\"Russia's sanctions\""));
    assertEquals(List.of("a"), found("russia"));
  }

  @Test
  void noWordIsLeftOut() throws IOException {
    add(
        article("hamlet").body("To be or not to be, she said."),
        article("other").body("To be sure, it was not."));
    assertEquals(List.of("hamlet"), found("\"to be or not to be\""));
    assertEquals(2, found("to be").size());
  }

  @Test
  void caseAndDiacriticsFold() throws IOException {
    add(article("a").title("A naïve CAFÉ in Málaga"));
    assertEquals(List.of("a"), found("Naive cafe malaga"));
    assertEquals(List.of("a"), found("\"naïve café\""));
  }

  @Test
  void aPhraseDoesNotReachFromOneParagraphIntoTheNext() throws IOException {
    add(article("a").body("It ends with ferry", "strike begins the next"));
    assertEquals(List.of(), found("\"ferry strike\""));
    assertEquals(List.of(), found("\"ferry strike\"~20"));
    assertEquals(List.of("a"), found("ferry strike"));
  }

  @Test
  void nearWordsMayMove() throws IOException {
    add(article("a").body("the strike at the old ferry harbour"));
    assertEquals(List.of(), found("\"strike ferry\"~1"));
    assertEquals(List.of("a"), found("\"strike ferry\"~3"));
  }

  @Test
  void exclusionsAlternativesAndGroups() throws IOException {
    add(
        article("a").body("ferry strike"),
        article("b").body("ferry timetable"),
        article("c").body("train strike"),
        article("d").body("bus"));
    assertEquals(Set.of("b"), Set.copyOf(found("ferry -strike")));
    assertEquals(Set.of("a", "c"), Set.copyOf(found("(ferry OR train) strike")));
    assertEquals(Set.of("b", "d"), Set.copyOf(found("-strike")));
    assertEquals(Set.of("a", "b", "c"), Set.copyOf(found("ferry | train")));
  }

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
  void datesFarAwayAreNoError() throws IOException {
    add(article("a").published(Instant.MAX), article("b").published(Instant.MIN));
    assertEquals(2, found("").size());
    assertEquals(List.of("a"), found("after:9999"));
    assertEquals(List.of("b"), found("before:0001"));
    search(SearchRequest.builder().query("after:+999999999-01-01 OR before:-999999999-01-01"));
    for (Instant asOf : List.of(Instant.MIN, Instant.MAX)) {
      index.search(SearchRequest.builder().query("untitled when:7d").asOf(asOf).build());
    }
  }

  @Test
  void aDayIsThatDayInEveryZone() throws IOException {
    add(
        article("day").published(Published.on(LocalDate.of(2026, 5, 31))),
        article("instant").published(Instant.parse("2026-05-31T02:00:00Z")));
    ZoneId newYork = ZoneId.of("America/New_York");
    assertEquals(
        List.of("day"), found(SearchRequest.builder().query("after:2026-05-31").zone(newYork)));
    assertEquals(
        List.of("instant"),
        found(SearchRequest.builder().query("before:2026-05-31").zone(newYork)));
    Filter thatDay =
        new Filter.Published(
            Instant.parse("2026-05-31T04:00:00Z"), Instant.parse("2026-06-01T04:00:00Z"));
    assertEquals(List.of("day"), found(SearchRequest.builder().filter(thatDay).zone(newYork)));
  }

  @Test
  void aSiteIsFoundHoweverItIsWritten() throws IOException {
    add(article("a").source(new Source("News", "https://WWW.News.example:443/start")));
    for (String site : List.of("news.example", "www.news.example", "https://www.news.example/x")) {
      assertEquals(List.of("a"), found("site:" + site));
      assertEquals(
          List.of("a"),
          found(SearchRequest.builder().filter(new Filter.AnyOf(Attribute.DOMAIN, Set.of(site)))));
    }
    assertEquals("news.example", index.find("a").orElseThrow().domain());
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
  void wordsCanBeLookedForInPartsOfAnArticle() throws IOException {
    add(
        article("title").title("Volcano"),
        article("original").title("Mountain").originalTitle("Volcano wakes"),
        article("summary").summary("A volcano."),
        article("takeaways").takeaways("One point", "The volcano"),
        article("body").body("The volcano."),
        article("parts").parts(List.of(new Part("Go deeper", "On the volcano"))));
    assertEquals(6, found("volcano").size());
    assertEquals(Set.of("title", "original"), Set.copyOf(found("intitle:volcano")));
    assertEquals(List.of("takeaways"), found("in:takeaways:volcano"));
    assertEquals(List.of("summary"), found("volcano in:summary"));
    assertEquals(
        Set.of("body", "parts"),
        Set.copyOf(
            found(
                SearchRequest.builder()
                    .query("volcano")
                    .searchIn(Set.of(TextPart.BODY, TextPart.PARTS)))));
  }

  @Test
  void labelsOfPartsAreNotSearched() throws IOException {
    add(article("a").parts(List.of(new Part("Go deeper", "On the volcano"))));
    assertEquals(List.of(), found("deeper"));
  }

  @Test
  void theTitleCountsMoreThanTheBody() throws IOException {
    add(
        article("body").title("Mountain wakes up").body("It is a volcano, say those who know it."),
        article("title")
            .title("Volcano wakes up")
            .body("It is a mountain, say those who know it."));
    assertEquals(List.of("title", "body"), found("volcano"));
  }

  @Test
  void aFreshArticleStandsAboveAnEqualOlderOne() throws IOException {
    add(
        article("old").body("ferry").published(Instant.parse("2026-05-01T08:00:00Z")),
        article("fresh").body("ferry").published(Instant.parse("2026-11-20T08:00:00Z")),
        article("undated").body("ferry").published((Published) null));
    assertEquals(List.of("fresh", "old", "undated"), found("ferry"));
    SearchResult off = search(SearchRequest.builder().query("ferry").recency(Recency.OFF));
    assertEquals(off.hits().get(0).score(), off.hits().get(1).score());
  }

  @Test
  void ageIsCountedFromTheInstantThatIsAsked() throws IOException {
    add(
        article("may")
            .title("Ferry")
            .body("ferry")
            .published(Instant.parse("2026-05-01T08:00:00Z")),
        article("november")
            .title("Boat")
            .body("ferry")
            .published(Instant.parse("2026-11-20T08:00:00Z")));
    SearchRequest.Builder request = SearchRequest.builder().query("ferry when:7d");
    assertEquals(List.of("november"), ids(index.search(request.asOf(AS_OF).build())));
    assertEquals(
        Set.of("may", "november"),
        Set.copyOf(ids(index.search(request.asOf(Instant.parse("2026-05-02T00:00:00Z")).build()))));
  }

  @Test
  void byDateTheOrderIsStrictAndTheUndatedComeLast() throws IOException {
    add(
        article("two").title("ferry ferry").published(Instant.parse("2026-06-01T08:00:00Z")),
        article("undated").title("ferry").published((Published) null),
        article("three").body("ferry").published(Instant.parse("2026-07-01T08:00:00Z")),
        article("one").body("ferry").published(Instant.parse("2026-05-01T08:00:00Z")));
    assertEquals(
        List.of("three", "two", "one", "undated"),
        found(SearchRequest.builder().query("ferry").order(Order.NEWEST)));
    assertEquals(
        List.of("one", "two", "three", "undated"),
        found(SearchRequest.builder().query("ferry").order(Order.OLDEST)));
    assertEquals(List.of("three", "two", "one", "undated"), found(""));
  }

  @Test
  void attributesFilterWithoutRegardToCaseAndDiacritics() throws IOException {
    add(
        article("a")
            .source(new Source("Le Phare", "lephare.example"))
            .section("Économie")
            .authors("Zoë Lindqvist", "Ann Lee")
            .tags("Ferries", "Strikes")
            .language("fr"),
        article("b")
            .source("Harbour Post")
            .url("https://edition.harbourpost.example/b")
            .language("pt-br"));
    assertEquals(List.of("a"), found("source:\"le phare\""));
    assertEquals(List.of("a"), found("section:economie"));
    assertEquals(List.of("a"), found("author:lindqvist"));
    assertEquals(List.of("a"), found("author:\"zoe lindqvist\""));
    assertEquals(List.of(), found("author:\"zoe lee\""));
    assertEquals(List.of("a"), found("tag:strikes"));
    assertEquals(List.of("b"), found("lang:pt"));
    assertEquals(List.of("b"), found("site:harbourpost.example"));
    assertEquals(List.of(), found("site:post.example"));
    assertEquals(
        List.of("a"),
        found(
            SearchRequest.builder()
                .filter(new Filter.NoneOf(Attribute.DOMAIN, Set.of("harbourpost.example")))));
    assertEquals(
        List.of("a"),
        found(
            SearchRequest.builder()
                .filter(new Filter.AnyOf(Attribute.AUTHOR, Set.of("ann lee", "nobody")))));
  }

  @Test
  void datesFilter() throws IOException {
    add(
        article("may").published(Published.on(LocalDate.of(2026, 5, 31))),
        article("june").published(Instant.parse("2026-06-01T00:00:00Z")),
        article("undated").published((Published) null));
    assertEquals(List.of("may"), found("before:2026-06-01"));
    assertEquals(List.of("june"), found("after:2026-06"));
    Instant june = Instant.parse("2026-06-01T00:00:00Z");
    assertEquals(
        List.of("june"), found(SearchRequest.builder().filter(new Filter.Published(june, null))));
    assertEquals(
        List.of("may"), found(SearchRequest.builder().filter(new Filter.Published(null, june))));
    assertEquals(
        List.of("june"),
        found(SearchRequest.builder().filter(new Filter.Within(Duration.ofHours(172 * 24 + 12)))));
  }

  @Test
  void pagesFollowEachOtherAndTheTotalIsExactOnEach() throws IOException {
    for (int i = 0; i < 45; i++) {
      writer.add(article("a" + i).body("ferry").build());
    }
    add();
    List<String> all = found(SearchRequest.builder().query("ferry").pageSize(200));
    assertEquals(45, Set.copyOf(all).size());
    for (int page = 1; page <= 6; page++) {
      SearchResult result = search(SearchRequest.builder().query("ferry").page(page).pageSize(10));
      assertEquals(OptionalLong.of(45), result.total());
      assertEquals(
          all.subList(Math.min(45, 10 * (page - 1)), Math.min(45, 10 * page)), ids(result));
    }
    assertEquals(
        OptionalLong.empty(), search(SearchRequest.builder().query("ferry").total(false)).total());
  }

  @Test
  void snippetsMarkTheWordsThatMatched() throws IOException {
    add(
        article("a")
            .title("Ferries stay away")
            .summary("Nothing to see here.")
            .body(
                "An opening line.",
                "The <b>ferry</b> crews voted. They were ferrying nobody.",
                "The end."));
    SearchResult result = search(SearchRequest.builder().query("ferries"));
    var highlights = result.hits().getFirst().highlights();
    assertEquals(Set.of("title", "body"), highlights.keySet());
    assertEquals(List.of(new Snippet.Span(0, 7)), highlights.get("title").getFirst().spans());
    Snippet body = highlights.get("body").getFirst();
    assertEquals(
        List.of("ferry", "ferrying"),
        body.spans().stream()
            .map(span -> body.text().substring(span.start(), span.end()))
            .toList());
    assertTrue(
        search(SearchRequest.builder().query("ferries").highlight(false))
            .hits()
            .getFirst()
            .highlights()
            .isEmpty());
  }

  private List<String> marked(String query) throws IOException {
    return search(SearchRequest.builder().query(query)).hits().stream()
        .flatMap(hit -> hit.highlights().values().stream())
        .flatMap(List::stream)
        .flatMap(
            snippet ->
                snippet.spans().stream()
                    .map(span -> snippet.text().substring(span.start(), span.end())))
        .toList();
  }

  @Test
  void phrasesPrefixesAndFuzzyWordsAreMarkedWhereTheyMatched() throws IOException {
    add(article("a").body("The ferry strike. A strike, no ferry; universities and Universal."));
    assertEquals(List.of("ferry", "strike"), marked("\"ferry strike\""));
    assertEquals(List.of("universities", "Universal"), marked("univers*"));
    assertEquals(List.of("strike", "strike"), marked("strlke~1"));
    assertEquals(List.of(), marked("-volcano"));
  }

  @Test
  void aPhraseIsNotMarkedFromOneParagraphIntoTheNext() throws IOException {
    add(article("a").body("It ends with kayak", "paddle begins it. A kayak paddle, at last."));
    assertEquals(List.of("kayak", "paddle"), marked("\"kayak paddle\""));
  }

  @Test
  void aSnippetIsShortAndShowsItsMatchWhateverTheTextIsLike() throws IOException {
    String link = "https://x.example/" + "a".repeat(1200);
    add(
        article("link").body("See " + link + " lighthouse keeper " + "word ".repeat(300)),
        article("chinese").body("灯".repeat(3000) + "塔" + "灯".repeat(3000)),
        article("emoji").body("🙂".repeat(300) + " beacon " + "🙂".repeat(300)));
    for (String query : List.of("lighthouse", "塔", "beacon")) {
      Snippet snippet =
          search(SearchRequest.builder().query(query))
              .hits()
              .getFirst()
              .highlights()
              .get("body")
              .getFirst();
      assertTrue(snippet.text().length() <= 400, query + ": " + snippet.text().length());
      assertEquals(1, snippet.spans().size(), query);
      Snippet.Span span = snippet.spans().getFirst();
      assertEquals(query, snippet.text().substring(span.start(), span.end()));
    }
  }

  @Test
  void aClosedIndexSaysSo() throws IOException {
    ArticleIndex closed = openIndex();
    closed.close();
    assertThrows(IOException.class, () -> closed.search(SearchRequest.of("ferry")));
    assertThrows(IOException.class, () -> closed.refresh());
  }

  @Test
  void aQueryOfManyWordsOfAnyKindIsAnswered() throws IOException {
    add(article("a").body("word0 word1 word2 and so on"));
    for (String kind :
        List.of(
            "word%d", "word%d~2", "wo%d*", "\"word%d so\"", "a/word%d/c", "-x%d", "intitle:w%d~")) {
      StringBuilder query = new StringBuilder();
      for (int i = 0; i < 128; i++) {
        query.append(kind.formatted(i)).append(i % 2 == 0 ? " OR " : " ");
      }
      search(SearchRequest.builder().query(query.toString()));
    }
    search(SearchRequest.builder().query("OR ".repeat(2700)));
    search(SearchRequest.builder().query("x" + " OR x".repeat(2000)));
  }

  @Test
  void aHitCarriesFurtherFieldsOnlyWhenAsked() throws IOException {
    add(article("a").body("The body.").tags("tag"));
    Article usual = search(SearchRequest.builder()).hits().getFirst().article();
    assertEquals(List.of(), usual.body());
    assertEquals(List.of(), usual.tags());
    Article more =
        search(SearchRequest.builder().fields(Set.of(ResultField.BODY)))
            .hits()
            .getFirst()
            .article();
    assertEquals(List.of("The body."), more.body());
  }

  @Test
  void withdrawnAndEmbargoedArticlesAreNotFound() throws IOException {
    add(
        article("usable").body("ferry"),
        article("withdrawn").body("ferry").status(Status.WITHDRAWN),
        article("embargoed")
            .body("ferry")
            .status(new Status.Embargoed(Instant.now().plusSeconds(3600))),
        article("over")
            .body("ferry")
            .status(new Status.Embargoed(Instant.now().minusSeconds(3600))));
    assertEquals(Set.of("usable", "over"), Set.copyOf(found("ferry")));
    assertEquals(
        Set.of("usable", "over"),
        Set.copyOf(
            ids(
                index.search(
                    SearchRequest.builder().asOf(Instant.parse("2126-01-01T00:00:00Z")).build()))));
    assertTrue(index.find("withdrawn").isEmpty());
    assertTrue(index.find("embargoed").isEmpty());
    assertEquals(2, index.stats().articles());
  }

  @Test
  void aWithdrawnArticleIsNotBroughtBackByAnOlderCopy() throws IOException {
    add(article("a").body("ferry").status(Status.WITHDRAWN));
    assertFalse(writer.add(article("a").body("ferry").build()));
    add();
    assertEquals(List.of(), found("ferry"));
    writer.restore(article("a").body("ferry").build());
    add();
    assertEquals(List.of("a"), found("ferry"));
    assertTrue(writer.add(article("a").status(Status.WITHDRAWN).build()));
    writer.delete("a");
    assertTrue(writer.add(article("a").body("ferry").build()));
    add();
    assertEquals(List.of("a"), found("ferry"));
  }

  @Test
  void theAnswerSaysWhatWasUnderstood() throws IOException {
    SearchResult result = search(SearchRequest.builder().query("ferry (\"half a quote"));
    assertEquals("ferry half a quote", result.parsed());
    assertEquals(2, result.warnings().size());
    assertEquals(AS_OF, result.asOf());
  }

  @Test
  void nothingThatIsTypedIsAnError() throws IOException {
    add(article("a").body("AC/DC on tour at 9:30, and a $5bn deal"));
    assertEquals(List.of("a"), found("AC/DC tour"));
    assertEquals(List.of("a"), found("9:30"));
    assertEquals(List.of("a"), found("$5bn deal"));
    for (String typed :
        List.of("\"", "(", "-", "OR", "a OR", "*", "~", ":", "!!!", "\\", "title:[a TO b]", "🙂")) {
      search(SearchRequest.builder().query(typed));
    }
  }
}
