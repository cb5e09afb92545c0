package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Part;
import dev.dateline.query.TextPart;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backend promises this of which articles the words of a query find. */
public abstract class WordContract extends ArticleIndexContract {

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
  void wordsOfAPhraseMayBeGivenByTheirBeginnings() throws IOException {
    add(
        article("change").body("The climate changes."),
        article("changing").body("A changing climate, a climate changing."),
        article("apart").body("A climate of change; climates changed."),
        article("covid").body("Covid-19 and 1918 influenza"),
        article("other").body("Covid and, in 19 towns, influenza"));
    assertEquals(Set.of("change", "changing"), Set.copyOf(found("\"climate chang*\"")));
    assertEquals(Set.of("change", "changing", "apart"), Set.copyOf(found("\"clim* chang*\"")));
    assertEquals(List.of("apart"), found("\"climate * change\""));
    assertEquals(List.of(), found("\"climate zz*\""));
    assertEquals(List.of("covid"), found("covid-1*"));
    assertEquals(List.of("changing"), found("\"clim* chang*\" \"changing clim*\" in:body"));
  }

  @Test
  void aPastedAddressFindsItsArticle() throws IOException {
    add(
        article("ferry").url("https://news.example/2026/ferry").title("Ferry"),
        article("link").body("As told at https://news.example/2026/ferry before."),
        article("other").url("https://news.example/2026/train").body("news example 2026"));
    assertEquals(Set.of("ferry", "link"), Set.copyOf(found("https://news.example/2026/ferry")));
    for (String pasted :
        List.of(
            "http://www.news.example/2026/ferry/?utm_source=mail",
            "https://news.example/2026/ferry#comments",
            "www.news.example/2026/ferry",
            "ferry https://news.example//2026/ferry",
            "(http://m.news.example/2026/ferry?fbclid=x)")) {
      assertEquals("ferry", found(pasted).getFirst(), pasted);
    }
    assertEquals(List.of(), found("https://news.example/2026/bus"));
    assertEquals(List.of(), found("ferry -https://news.example/2026/ferry -2026"));
  }

  @Test
  void anAmpersandIsTheWordAnd() throws IOException {
    add(
        article("sign").body("AT&T rose."),
        article("apart").body("AT & T fell."),
        article("word").body("AT and T merged."),
        article("letters").body("At noon, a T-shirt and more."),
        article("shop").body("Marks & Spencer opens"),
        article("shops").body("Marks and Spencer closes"));
    Set<String> company = Set.of("sign", "apart", "word");
    for (String typed :
        List.of("AT&T", "\"AT&T\"", "\"AT & T\"", "\"AT and T\"", "AT & T", "at&t*")) {
      assertEquals(company, Set.copyOf(found(typed)), typed);
    }
    assertEquals("word", found("AT and T").getFirst());
    assertTrue(found("AT and T").containsAll(company));
    for (String typed : List.of("Marks and Spencer", "Marks&Spencer", "\"Marks & Spencer\"")) {
      assertEquals(Set.of("shop", "shops"), Set.copyOf(found(typed)), typed);
    }
    assertEquals(List.of("shops"), found("\"Marks and Spencer\""));
  }

  @Test
  void whatIsFoundByAnotherSpellingIsMarked() throws IOException {
    add(article("word").body("Then AT and T merged."));
    SearchResult result = search(SearchRequest.builder().query("AT&T"));
    Snippet snippet = result.hits().getFirst().highlights().get("body").getFirst();
    assertEquals(3, snippet.spans().size(), snippet.toString());
  }

  @Test
  void anAddressOfASiteFindsTheSiteAndWhatNamesIt() throws IOException {
    add(
        article("home").url("https://www.news.com/").title("News"),
        article("ferry").url("https://news.com/ferry").title("Ferry"),
        article("under").url("https://edition.news.com/dam").title("Dam"),
        article("named").body("As www.news.com reported."),
        article("other").url("https://notnews.com/ferry").title("Ferry"));
    Set<String> all = Set.of("home", "ferry", "under", "named");
    for (String typed :
        List.of("www.news.com", "news.com", "https://www.news.com", "http://news.com/")) {
      SearchResult result = search(SearchRequest.builder().query(typed));
      assertEquals(all, Set.copyOf(ids(result)), typed);
      assertEquals("home", ids(result).getFirst(), typed);
      assertTrue(result.warnings().getFirst().contains("site:news.com is the site alone"));
    }
    assertEquals(Set.of("ferry"), Set.copyOf(found("news.com ferry")));
    assertEquals(Set.of("other"), Set.copyOf(found("ferry -news.com")));
    assertEquals(List.of("ferry"), found("news.com/ferry"));
    assertEquals(List.of(), found("intitle:news.com"));
    assertEquals(List.of("named"), found("in:body:news.com"));
  }

  @Test
  void anOperatorWithNothingAfterItDoesNotFindEverything() throws IOException {
    add(article("a").body("ferry"), article("b").body("volcano"));
    for (String typed : List.of("in:body:", "in:body", "in:title,body: ", "-in:body:")) {
      SearchResult result = search(SearchRequest.builder().query(typed));
      assertEquals(List.of(), ids(result), typed);
      assertFalse(result.warnings().isEmpty(), typed);
    }
    assertEquals(List.of("a"), found("ferry in:body:"));
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
