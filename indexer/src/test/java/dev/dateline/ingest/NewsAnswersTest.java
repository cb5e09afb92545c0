package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The saved answers of NewsAPI and of the Guardian Open Platform give their articles. */
class NewsAnswersTest {

  private static final String NEWSAPI =
      """
      {"status":"ok","totalResults":3,"articles":[
       {"source":{"id":"harbour-post","name":"Harbour Post"},"author":"Ada North, Bo South","title":"Ferries stay in port",
        "description":"Crews walk out.","url":"https://harbourpost.example/ferry","urlToImage":"https://harbourpost.example/1.jpg",
        "publishedAt":"2026-09-14T08:00:00Z","content":"Crews walked out.\\r\\n\\r\\nTrains r… [+1234 chars]"},
       {"source":{"id":null,"name":"[Removed]"},"author":null,"title":"[Removed]","url":"https://removed.com"},
       7]}
      """;

  private static final String GUARDIAN =
      """
      {"response":{"status":"ok","userTier":"developer","total":1,"results":[
       {"id":"world/2026/sep/14/ferry","type":"article","sectionName":"World news","webPublicationDate":"2026-09-14T08:00:00Z",
        "webTitle":"Ferries stay in port","webUrl":"https://www.theguardian.com/world/2026/sep/14/ferry",
        "fields":{"headline":"Ferries stay in port","standfirst":"<p>Crews <b>walk</b> out.</p>","trailText":"No ferry",
         "body":"<p>Crews walked out.</p><aside>Read more</aside><figure><figcaption>A ferry.</figcaption></figure><p>Trains run.</p>",
         "byline":"Ada North in North Harbour","publication":"theguardian.com","lang":"en","wordcount":"5",
         "lastModified":"2026-09-14T09:00:00Z"},
        "tags":[{"type":"keyword","webTitle":"Ferries"},{"type":"contributor","webTitle":"Ada North"},{"type":"tone","webTitle":"News"}]}
       ]}}
      """;

  private static List<String> read(String json) throws IOException {
    return Reads.summary(Reads.outcomes("answer.json", json.replace('\'', '"')));
  }

  @Test
  void anAnswerOfNewsApiGivesItsArticles() throws IOException {
    List<Outcome> outcomes = Reads.outcomes("answer.json", NEWSAPI);

    Article article = Reads.article(outcomes.getFirst());
    assertEquals("https://harbourpost.example/ferry", article.url());
    assertEquals("Ferries stay in port", article.title());
    assertEquals("Crews walk out.", article.summary());
    assertEquals(List.of("Ada North", "Bo South"), article.authors());
    assertEquals("Harbour Post", article.source().name());
    assertEquals("2026-09-14T08:00:00Z", article.published().toString());
    assertEquals("newsapi", article.provenance().format());
    assertEquals("passed over: article 2 was removed by NewsAPI", Reads.summary(outcomes).get(1));
    assertEquals(
        new Outcome.Malformed(
            "answer.json", "article 3", "an object was expected, not a number", "newsapi"),
        outcomes.get(2));
  }

  @Test
  void theMarkOfACutIsNoText() throws IOException {
    Article article = Reads.article(Reads.outcomes("a", NEWSAPI).getFirst());

    assertEquals(List.of("Crews walked out.", "Trains r"), article.body());
    assertEquals(
        List.of("body: is only the beginning, 1234 characters are missing"),
        article.provenance().notes());
  }

  @Test
  void anAnswerOfTheGuardianGivesItsArticles() throws IOException {
    Article article = Reads.article("answer.json", GUARDIAN);

    assertEquals("https://www.theguardian.com/world/2026/sep/14/ferry", article.url());
    assertEquals("world/2026/sep/14/ferry", article.metadata().get("id"));
    assertEquals("Ferries stay in port", article.title());
    assertEquals("Crews walk out.", article.summary());
    assertEquals(List.of("Crews walked out.", "Trains run."), article.body());
    assertEquals(List.of("Ada North"), article.authors());
    assertEquals(List.of("Ferries"), article.tags());
    assertEquals("World news", article.section());
    assertEquals("theguardian.com", article.source().name());
    assertEquals("2026-09-14T08:00:00Z", article.published().toString());
    assertEquals("2026-09-14T09:00:00Z", article.updated().toString());
    assertEquals("en", article.language());
    assertEquals("guardian", article.provenance().format());
    assertEquals("fields/body", article.provenance().rules().get("body"));
  }

  @Test
  void aSingleItemOfTheGuardianIsAnArticle() throws IOException {
    Article article =
        Reads.article(
            "a",
            "{\"response\":{\"status\":\"ok\",\"total\":1,\"content\":{\"webTitle\":\"T\",\"webUrl\":\"https://a.example/1\","
                + "\"blocks\":{\"main\":{},\"body\":[{\"bodyHtml\":\"<p>One</p>\"},{\"bodyHtml\":\"<p>Two</p>\"}]}},"
                + "\"relatedContent\":[{\"webTitle\":\"No\"}]}}");
    assertEquals("T", article.title());
    assertEquals(List.of("One", "Two"), article.body());
  }

  @Test
  void anAnswerThatIsAnErrorSaysWhy() throws IOException {
    assertEquals(
        List.of(": the answer is an error: Your key is wrong."),
        read("{'status':'error','code':'apiKeyInvalid','message':'Your key is wrong.'}"));
    assertEquals(
        List.of(": the answer is an error: No such item."),
        read("{'response':{'status':'error','message':'No such item.'}}"));
  }

  @Test
  void severalAnswersMayBeInAFile() throws IOException {
    String answer = "{'status':'ok','totalResults':1,'articles':[{'title':'T','url':'%s'}]}\n";
    assertEquals(
        List.of(
            Article.builder().url("https://a.example/1").build().id(),
            Article.builder().url("https://a.example/2").build().id()),
        read(answer.formatted("https://a.example/1") + answer.formatted("https://a.example/2")));
  }

  @Test
  void theOrderOfPropertiesDoesNotMatter() throws IOException {
    String id = Article.builder().url("https://a.example/1").build().id();
    assertEquals(
        List.of(id),
        read(
            "{'articles':[{'publishedAt':'2026-09-14','title':'T','url':'https://a.example/1'}],'status':'ok'}"));
    assertEquals(
        List.of(id),
        read(
            "{'response':{'results':[{'webTitle':'T','webUrl':'https://a.example/1'}],'status':'ok'}}"));
  }

  @Test
  void anAnswerWithoutArticlesIsPassedOver() throws IOException {
    assertEquals(
        List.of("passed over: the answer has no articles"),
        read("{'status':'ok','totalResults':0,'articles':[]}"));
  }

  @Test
  void whatIsBrokenEndsTheAnswerAndKeepsWhatWasBefore() throws IOException {
    String start = "{'status':'ok','totalResults':9,'articles':[{'title':'T','url':'urn:1'}";
    List<String> outcomes = read(start + ",{'title':'U");
    assertEquals(2, outcomes.size());
    assertTrue(
        outcomes.get(1).startsWith("article 2: not valid JSON: it is cut off"), outcomes.get(1));
    assertEquals(2, read(start + "}]}").size());
  }

  @Test
  void valuesOfWrongKindsDoNoHarm() throws IOException {
    for (String value : List.of("7", "null", "true", "[]", "{}", "[[[{}]]]", "'x'")) {
      for (String path : List.of("articles", "status", "message", "source", "content", "author")) {
        read(
            "{'status':'ok','totalResults':1,'articles':[{'title':'T','%s':%s}],'%1$s':%2$s}"
                .formatted(path, value));
        read(
            "{'response':{'status':'ok','results':%s,'content':%1$s,'message':%1$s}}"
                .formatted(value));
      }
    }
    assertEquals(
        "article 1: an object was expected, not a list",
        read("{'status':'ok','totalResults':1,'articles':[[{'title':'T'}]]}").getFirst());
  }
}
