package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backend promises this of what a hit shows. */
public abstract class HitContract extends ArticleIndexContract {

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

  @Test
  void phrasesPrefixesAndFuzzyWordsAreMarkedWhereTheyMatched() throws IOException {
    add(article("a").body("The ferry strike. A strike, no ferry; universities and Universal."));
    assertEquals(List.of("ferry", "strike"), marked("\"ferry strike\""));
    assertEquals(List.of("universities", "Universal"), marked("univers*"));
    assertEquals(List.of("strike", "strike"), marked("strlke~1"));
    assertEquals(List.of(), marked("-volcano"));
  }

  @Test
  void theWordsOfAQueryAreMarkedInAllTextsOfAnArticle() throws IOException {
    String text = "  Ferries left. " + "Nobody waited. ".repeat(500) + "A ferry came.\n\nIt left.";
    add(
        article("a")
            .title("The ferry")
            .takeaways("One", "Two ferries")
            .body("Nothing.", text)
            .parts(List.of(new Part("By the numbers", "4 ferries"))));
    Hit hit = index.find("a", "ferry -volcano \"it left\"").orElseThrow();
    assertEquals(
        List.of("title", "takeaways", "body", "parts"), List.copyOf(hit.highlights().keySet()));
    assertEquals(List.of(), hit.highlights().get("body").getFirst().spans());
    Snippet body = hit.highlights().get("body").get(1);
    assertEquals(text, body.text());
    assertEquals(
        List.of("Ferries", "ferry", "It", "left"),
        body.spans().stream().map(span -> text.substring(span.start(), span.end())).toList());
    assertEquals(2, hit.highlights().get("takeaways").size());
    assertEquals(List.of(new Snippet.Span(2, 9)), hit.highlights().get("parts").getFirst().spans());
    assertTrue(index.find("none", "ferry").isEmpty());
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
}
