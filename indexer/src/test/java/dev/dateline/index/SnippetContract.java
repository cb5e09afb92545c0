package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every backend promises this of the pieces of an article that a hit shows. */
public abstract class SnippetContract extends ArticleIndexContract {

  private Map<String, List<Snippet>> highlights(String query) throws IOException {
    return search(SearchRequest.builder().query(query)).hits().getFirst().highlights();
  }

  /** The marked words of each snippet, with a bar between words and a slash between snippets. */
  private String marked(String query, String field) throws IOException {
    return highlights(query).getOrDefault(field, List.of()).stream()
        .map(
            snippet ->
                snippet.spans().stream()
                    .map(span -> snippet.text().substring(span.start(), span.end()))
                    .collect(Collectors.joining("|")))
        .collect(Collectors.joining("/"));
  }

  @Test
  void aPhraseIsMarkedWhereItStandsAndNowhereElse() throws IOException {
    add(article("a").body("A strike. The ferry strike ends; the strike of the ferry does not."));
    assertEquals("ferry|strike", marked("\"ferry strike\"", "body"));
    assertEquals("ferry|strike", marked("\"ferr* strike\"", "body"));
    assertEquals("strike|ferry", marked("\"strike ferry\"~1", "body"));
    assertEquals("strike|ferry|strike|ferry", marked("\"strike * ferry\"~1", "body"));
    assertEquals("ferry|ends", marked("\"ferry * ends\"", "body"));
    assertEquals(
        "strike|ferry|strike|strike|ferry", marked("\"ferry strike\" strike ferry", "body"));
  }

  @Test
  void ofATextThatSaysTheSameAgainAndAgainNoMoreIsShown() throws IOException {
    add(article("a").body("Live.", "Ferry news.", "Ferry news.", "Ferry news.", "Ferry news."));
    assertEquals("Ferry/Ferry/Ferry", marked("ferry", "body"));
  }

  @Test
  void aWordIsMarkedInTheFieldsThatItWasSoughtIn() throws IOException {
    add(article("a").title("A ferry").summary("The ferry.").body("One ferry."));
    assertEquals(Set.of("title", "summary"), highlights("intitle:ferry").keySet());
    assertEquals("", marked("intitle:ferry", "summary"));
    assertEquals("ferry", marked("in:body:ferry", "body"));
    assertEquals("", marked("in:body:ferry", "title"));
  }

  @Test
  void whatIsExcludedIsNotMarked() throws IOException {
    add(article("a").title("Ferry").body("A ferry and a train."));
    assertEquals("ferry", marked("ferry -intitle:train", "body"));
    assertEquals("ferry", marked("ferry -(train bus)", "body"));
  }

  @Test
  void theSummaryIsShownWhereNothingBelowTheTitleMatched() throws IOException {
    add(
        article("a").title("Ferry").authors("Ann Lee").summary("What it is about.").body("More."),
        article("b").title("Train").authors("Bo Ek").body("It begins so. And goes on.", "More."));
    assertEquals(
        List.of(new Snippet("What it is about.", List.of())), highlights("ferry").get("summary"));
    assertEquals(
        List.of(new Snippet("What it is about.", List.of())),
        highlights("author:lee").get("summary"));
    assertEquals(
        List.of(new Snippet("It begins so. And goes on.", List.of())),
        highlights("author:ek").get("body"));
  }

  @Test
  void theBestPassagesAreShownInTheOrderOfTheText() throws IOException {
    String filler =
        "Nothing of note was said in this sentence, which is long enough to be shown alone,"
            + " whatever a reader may have asked for, and however patient that reader may be today."
            + " ";
    add(
        article("a")
            .body(
                "The ferry was late. " + filler + filler + "A ferry strike began. " + filler,
                filler + "Ferry crews and their strike. " + filler,
                filler + "A strike by ferry and strike by train. " + filler));
    assertEquals("ferry|strike/Ferry|strike/strike|ferry|strike", marked("ferry strike", "body"));
  }

  @Test
  void offsetsFitWhateverTheTextIsMadeOf() throws IOException {
    add(
        article("a")
            .language("de")
            .body(
                "👩‍👩‍👧 Cafe\u0301 &amp; <b>Fähre</b> 🇩🇪 “Fähre’s” ＦＥＲＲＹ; 東京の地震。",
                "i\u0307stanbul")
            .parts(List.of(new Part("Go deeper", "Fähre &lt;1&gt;"))));
    assertEquals("Fähre|Fähre’s", marked("fahre", "body"));
    assertEquals("Fähre", marked("fahre", "parts"));
    assertEquals("Cafe\u0301", marked("café", "body"));
    assertEquals("ＦＥＲＲＹ", marked("ferry", "body"));
    assertEquals("東|京", marked("東京", "body"));
    assertEquals("👩‍👩‍👧", marked("👩‍👩‍👧", "body"));
  }

  @Test
  void aTextWithoutAnyBlankIsCutBetweenLetters() throws IOException {
    String family = "👩‍👩‍👧";
    String accent = "e\u0301";
    add(article("a").body(family.repeat(100) + "x" + family.repeat(100)));
    add(article("b").body(accent.repeat(300) + ",y," + accent.repeat(300)));
    for (String query : List.of("x", "y")) {
      String text = highlights(query).get("body").getFirst().text();
      assertTrue(text.length() <= 400, text);
      assertEquals("", text.replace(family, "").replace(accent, "").replaceAll("[xy,]", ""), text);
    }
  }

  /** All words of a kind have one stem. */
  private static final List<List<String>> KINDS =
      List.of(
          List.of("ferry", "ferries"),
          List.of("strike", "strikes", "striking"),
          List.of("port", "ports"),
          List.of("vote", "votes"),
          List.of("crew", "crews"));

  private record Asked(String query, Oracle oracle) {}

  /** Which words of a sentence a query marks. */
  private interface Oracle {
    boolean marks(String[] words, int at);
  }

  @Test
  void whatIsMarkedIsWhatWasAskedFor() throws IOException {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      writer.add(article("a" + i).title("Untitled").body(sentence(i, random)).build());
    }
    writer.commit();
    index.refresh();
    for (int i = 0; i < (Boolean.getBoolean("dateline.deep") ? 3_000 : 150); i++) {
      Asked one = asked(random);
      Asked other = asked(random);
      String query = one.query() + (random.nextBoolean() ? " OR " : " ") + other.query();
      for (Hit hit :
          search(SearchRequest.builder().query(query).match(Match.ALL).pageSize(40)).hits()) {
        Snippet snippet = hit.highlights().get("body").getFirst();
        String context = "dateline.seed=" + seed + " " + query + ": " + snippet.text();
        assertEquals(expected(snippet.text(), one, other), shown(snippet), context);
        assertTrue(!snippet.spans().isEmpty(), context);
      }
    }
  }

  private static String sentence(int number, Random random) {
    return "S"
        + number
        + random.ints(15).mapToObj(i -> " " + word(random)).collect(Collectors.joining());
  }

  private static String word(Random random) {
    List<String> kind = KINDS.get(random.nextInt(KINDS.size()));
    return kind.get(random.nextInt(kind.size()));
  }

  private static Asked asked(Random random) {
    String first = word(random);
    String second = word(random);
    String start = first.substring(0, 3);
    return switch (random.nextInt(5)) {
      case 0 -> new Asked(first, (words, at) -> kind(words[at]).equals(kind(first)));
      case 1 -> new Asked(start + "*", (words, at) -> words[at].startsWith(start));
      case 2 -> pair("\"" + first + " " + second + "\"", first::equals, second::equals);
      case 3 ->
          pair("\"" + start + "* " + second + "\"", word -> word.startsWith(start), second::equals);
      default ->
          pair(
              first + "-" + second,
              word -> kind(word).equals(kind(first)),
              word -> kind(word).equals(kind(second)));
    };
  }

  private static Asked pair(String query, WordTest first, WordTest second) {
    return new Asked(
        query,
        (words, at) ->
            (at + 1 < words.length && first.is(words[at]) && second.is(words[at + 1]))
                || (at > 0 && first.is(words[at - 1]) && second.is(words[at])));
  }

  private interface WordTest {
    boolean is(String word);
  }

  private static List<String> kind(String word) {
    return KINDS.stream().filter(kind -> kind.contains(word)).findFirst().orElse(List.of(word));
  }

  private static String expected(String text, Asked one, Asked other) {
    String[] words = text.split(" ", -1);
    StringBuilder marked = new StringBuilder();
    for (int at = 0; at < words.length; at++) {
      boolean mark = one.oracle().marks(words, at) || other.oracle().marks(words, at);
      marked.append(at == 0 ? "" : " ").append(mark ? "[" + words[at] + "]" : words[at]);
    }
    return marked.toString();
  }

  private static String shown(Snippet snippet) {
    StringBuilder shown = new StringBuilder(snippet.text());
    for (Snippet.Span span : snippet.spans().reversed()) {
      shown.insert(span.end(), "]").insert(span.start(), "[");
    }
    return shown.toString();
  }
}
