package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.index.Suggestion.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backend promises this of what is suggested to one who types. */
public abstract class SuggestContract extends ArticleIndexContract {

  private List<Suggestion> suggest(String text, Kind... kinds) throws IOException {
    return index.suggest(new SuggestRequest(text, Set.of(kinds), 10)).suggestions();
  }

  private List<String> texts(String text, Kind... kinds) throws IOException {
    return suggest(text, kinds).stream().map(Suggestion::text).toList();
  }

  private void addHarbour() throws IOException {
    add(
        article("a")
            .title("Ferry strike enters its third week")
            .authors("Jane Marlow")
            .tags("Harbour Authority", "Strikes")
            .source(new Source("The Harbour Post", null))
            .published(Instant.parse("2026-11-01T08:00:00Z")),
        article("b")
            .title("Talks end the ferry strike")
            .authors("Jane Marlow", "Émile Zöllner")
            .tags("strikes")
            .source(new Source("The Harbour Post", null))
            .published(Instant.parse("2026-11-05T08:00:00Z")),
        article("c").title("A ferry is launched").summary("The yard builds a ferry a year."));
  }

  @Test
  void aTextIsCompletedFromPhrasesNamesAndTitles() throws IOException {
    addHarbour();
    assertEquals(
        List.of(
            new Suggestion(Kind.PHRASE, "ferry", "ferry", 3, null),
            new Suggestion(Kind.PHRASE, "ferry strike", "ferry strike", 2, null)),
        suggest("ferr", Kind.PHRASE).stream()
            .sorted((one, other) -> one.text().compareTo(other.text()))
            .toList());
    assertEquals(
        List.of(new Suggestion(Kind.AUTHOR, "Jane Marlow", "author:\"Jane Marlow\"", 2, null)),
        suggest("jan", Kind.AUTHOR));
    assertEquals(List.of("The Harbour Post"), texts("harb", Kind.SOURCE));
    assertEquals(List.of("Harbour Authority"), texts("auth", Kind.TAG));
    assertEquals(2, suggest("stri", Kind.TAG).getFirst().articles());
    Suggestion title = suggest("third we", Kind.TITLE).getFirst();
    assertEquals("a", title.id());
    assertEquals("Ferry strike enters its third week", title.text());
    assertEquals(1, title.articles());
  }

  @Test
  void theQueryOfASuggestionFindsAsManyArticlesAsItSays() throws IOException {
    addHarbour();
    List<Suggestion> suggestions = suggest("s");
    assertTrue(suggestions.size() >= 3, suggestions::toString);
    for (String typed : List.of("s", "f", "jane ", "har", "talks en")) {
      for (Suggestion each : suggest(typed)) {
        SearchRequest.Builder request = SearchRequest.builder().query(each.query());
        assertEquals(
            each.articles(),
            search(request.match(Match.ALL)).total().orElseThrow(),
            each::toString);
      }
    }
  }

  @Test
  void wordsAreCompletedAsTheyStandInArticles() throws IOException {
    addHarbour();
    assertEquals(List.of("ferry strike"), texts("ferry ", Kind.PHRASE));
    assertEquals(List.of(), texts("talks ferr", Kind.PHRASE), "no article has them in a row");
    assertEquals(List.of(), texts("launched stri", Kind.PHRASE));
    assertEquals(List.of("Talks end the ferry strike"), texts("strike tal", Kind.TITLE));
  }

  @Test
  void aTextIsCompletedThatIsLongerThanAPhrase() throws IOException {
    add(
        article("a").title("Bank of England governor resigns").body("The economy."),
        article("b").title("Rates").body("He met the governor of the Bank of England."),
        article("c").title("Prices").body("A letter to the governor of the Bank of England: no."),
        article("d").title("Bank of England governor speaks").body("The governor of a bank."));
    assertEquals(
        List.of("the governor of the bank of england"),
        texts("The governor of the bank of en", Kind.PHRASE));
    assertEquals(List.of("bank of england governor"), texts("bank of england gov", Kind.PHRASE));
    assertEquals(List.of("bank of england governor"), texts("Bank of England ", Kind.PHRASE));
    assertEquals(List.of(), texts("letter to the bank of eng", Kind.PHRASE));
  }

  @Test
  void ofFormsThatFindTheSameArticlesTheMoreFrequentIsSuggested() throws IOException {
    Instant morning = Instant.parse("2026-11-05T08:00:00Z");
    for (int i = 0; i < 3; i++) {
      add(article("many" + i).title("Oil prices: part " + i).published(morning));
    }
    for (int i = 0; i < 2; i++) {
      add(article("one" + i).title("Oil price, part " + i).published(morning));
    }
    assertEquals(List.of("oil prices"), texts("oil pr", Kind.PHRASE));
    assertEquals(5, suggest("oil pr", Kind.PHRASE).getFirst().articles());
    assertEquals(List.of("prices"), texts("pric", Kind.PHRASE));
  }

  @Test
  void whatStartsAsTypedStandsBeforeWhatNearlyDoes() throws IOException {
    add(
        article("a").title("Grève des ferries").language("fr").tags("Grève"),
        article("b").title("Great harbour, great revenue"),
        article("c").title("Great harbour, great revenue"));
    List<String> strike = List.of("Grève", "Grève des ferries");
    assertEquals(strike, texts("grev").subList(0, 2));
    assertEquals(strike, texts("greve").subList(0, 2));
    assertEquals(strike, texts("grève"), "who types an accent makes no slip of it");
    assertEquals(strike, texts("Gre\u0300ve"), "the accent as a character of its own");
    assertTrue(texts("grev").contains("great harbour"), () -> "after them, what is near");
    assertEquals(List.of(), texts("devenue"), "few slip at the first letter");
  }

  @Test
  void caseAndDiacriticsFoldAndASlipStillCompletes() throws IOException {
    addHarbour();
    assertEquals(List.of("Émile Zöllner"), texts("EMILE zo", Kind.AUTHOR));
    assertEquals(List.of("Émile Zöllner"), texts("zöll", Kind.AUTHOR));
    assertTrue(texts("fery str").contains("ferry strike"), () -> "fery str");
    assertTrue(texts("jnae mar").contains("Jane Marlow"), () -> "jnae mar");
    assertEquals(List.of(), texts("qqqqqq"));
    assertEquals(List.of(), texts(""));
    assertEquals(List.of(), texts(" ?! "));
  }

  @Test
  void otherScriptsAreCompletedToo() throws IOException {
    add(
        article("a").title("Забастовка паромов").language("ru"),
        article("b").title("Забастовка паромов кончилась").language("ru"),
        article("c").title("渡轮罢工结束").language("zh").tags("渡轮"));
    assertTrue(texts("за", Kind.PHRASE).contains("забастовка паромов"), () -> "за");
    assertTrue(texts("забастовка пр", Kind.PHRASE).contains("забастовка паромов"), () -> "a slip");
    assertEquals(List.of("渡轮"), texts("渡", Kind.TAG));
  }

  @Test
  void freshStoriesComeFirst() throws IOException {
    for (int i = 0; i < 6; i++) {
      add(
          article("old" + i)
              .title("Dockyard painting: part " + i)
              .published(Instant.parse("2019-01-01T08:00:00Z")));
    }
    Instant now = Instant.now();
    add(
        article("new1").title("Dockyard blaze is out").published(now.minusSeconds(60)),
        article("new2").title("Dockyard blaze hurts two").published(now.minusSeconds(3600)));
    List<String> phrases = texts("dockyard ", Kind.PHRASE);
    assertEquals(List.of("dockyard blaze", "dockyard painting"), phrases);
    assertEquals("new1", suggest("dockyard", Kind.TITLE).getFirst().id());
  }

  @Test
  void whatCannotBeFoundIsNotSuggested() throws IOException {
    Instant later = Instant.now().plusSeconds(3600);
    for (String id : List.of("w1", "w2")) {
      add(article(id).title("Zeppelin merger").tags("Zeppelin").status(Status.WITHDRAWN));
    }
    for (String id : List.of("e1", "e2")) {
      add(
          article(id)
              .title("Zeppelin merger announced")
              .authors("Zeppelin Desk")
              .source(new Source("Zeppelin News", null))
              .status(new Status.Embargoed(later)));
    }
    add(article("d1").title("Zeppelin lands"), article("d2").title("Zeppelin lands again"));
    assertEquals(Set.of("zeppelin", "zeppelin lands"), Set.copyOf(texts("zepp", Kind.PHRASE)));
    writer.delete("d1");
    writer.delete("d2");
    writer.commit();
    index.refresh();
    assertEquals(List.of(), texts("zepp"));
    assertEquals(List.of(), texts("zeppleni"));
  }

  @Test
  void whatIsCommittedIsSuggested() throws IOException {
    add(article("a").title("Quokka spotted"));
    assertEquals(List.of("Quokka spotted"), texts("quo"));
    add(article("b").title("Quokka spotted again"));
    assertTrue(texts("quo").contains("quokka spotted"));
  }

  @Test
  void junkIsNotOffered() throws IOException {
    add(
        article("a").title("The 2026 plan of a x: 12345 and 678"),
        article("b").title("The 2026 plan of a x: 12345 and 678"));
    for (String typed : List.of("2", "1", "12345", "x", "a", "an", "th", "the", "of")) {
      assertEquals(List.of(), texts(typed, Kind.PHRASE), typed);
    }
    assertEquals(List.of("plan"), texts("pl", Kind.PHRASE));
    assertEquals(1, suggest("pl", Kind.TITLE).size());
    assertEquals(2, suggest("pl", Kind.TITLE).getFirst().articles());
    assertNull(suggest("pl", Kind.PHRASE).getFirst().id());
  }
}
