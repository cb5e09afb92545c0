package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a JSON object are found under the names that are common for them. */
class JsonObjectTest {

  @ParameterizedTest
  @CsvSource({
    "headline, body, summary, authors, published, section, tags, url, language",
    "title, content, description, author, publishedAt, category, keywords, link, lang",
    "title, text, abstract, byline, published_at, section, tags, url, lang",
    "Title, Text, Description, Byline, pubDate, Category, Keywords, Link, Language",
    "headline, body, summary, author, date, section, tags, url, lang",
  })
  void fieldsAreFoundUnderTheirCommonNames(
      String title,
      String body,
      String summary,
      String author,
      String published,
      String section,
      String tags,
      String url,
      String language) {
    Article article =
        Reads.json(
            """
            {'%s':'Ice melts','%s':'One.\\n\\nTwo.','%s':'Warm days','%s':'By Ann Poe','%s':'2026-05-01',
             '%s':'World','%s':'ice, weather','%s':'https://a.example/ice','%s':'EN_us'}
            """
                .formatted(title, body, summary, author, published, section, tags, url, language));
    assertEquals("Ice melts", article.title());
    assertEquals(List.of("One.", "Two."), article.body());
    assertEquals("Warm days", article.summary());
    assertEquals(List.of("Ann Poe"), article.authors());
    assertEquals("2026-05-01", Objects.toString(article.published()));
    assertEquals("World", article.section());
    assertEquals(List.of("ice", "weather"), article.tags());
    assertEquals("https://a.example/ice", article.url());
    assertEquals("en-us", article.language());
    assertEquals(title, article.provenance().rules().get("title"));
    assertEquals(Map.of(), article.metadata());
    assertEquals(List.of(), article.provenance().notes());
  }

  @Test
  void listsAreTakenAsTheyAre() {
    Article article =
        Reads.json(
            """
            {'title':'T','body':[' One. ','','Two.'],'key_points':['- •First','Second'],
             'authors':[{'name':'Ann Poe'},'Bo Lee'],'tags':['a','b'],
             'parts':[{'label':'Go deeper','text':'More.'},{'label':'Empty','text':' '}]}
            """);
    assertEquals(List.of("One.", "Two."), article.body());
    assertEquals(List.of("First", "Second"), article.takeaways());
    assertEquals(List.of("Ann Poe", "Bo Lee"), article.authors());
    assertEquals(List.of("a", "b"), article.tags());
    assertEquals(List.of(new Part("Go deeper", "More.")), article.parts());
  }

  @Test
  void theFirstNameOfTheTableCountsAndTheOtherIsNoted() {
    Article article =
        Reads.json("{'title':'Second','headline':'First','abstract':'','summary':null}");
    assertEquals("First", article.title());
    assertNull(article.summary());
    assertEquals(
        List.of("\"title\" is left out: \"headline\" says it"), article.provenance().notes());
  }

  @Test
  void anEmptyValueGivesWayToAnotherName() {
    assertEquals("S", Reads.json("{'title':'T','summary':'','description':'S'}").summary());
  }

  @Test
  void notANumberIsNoValue() {
    Article article = Reads.json("{'title':'T','author':NaN,'words':NaN}");
    assertEquals(List.of(), article.authors());
    assertEquals(Map.of(), article.metadata());
    assertEquals(List.of(), article.provenance().notes());
  }

  @Test
  void aSourceIsANameOrAnObject() {
    assertEquals(new Source("Globe", null), Reads.json("{'title':'T','source':'Globe'}").source());
    assertEquals(
        new Source("Globe", "globe.example"),
        Reads.json("{'title':'T','source':{'id':7,'name':'Globe','domain':'Globe.example'}}")
            .source());
    assertEquals(
        new Source(null, "globe.example"),
        Reads.json("{'title':'T','source':{'url':'https://www.globe.example/news'}}").source());
  }

  @Test
  void whatHasNoFieldIsKeptAsMetadata() {
    Article article =
        Reads.json(
            "{'title':'T','places':['usa','uk'],'words':120,'paid':false,'none':null,"
                + "'metadata':{'desk':'night'},'image':{'url':'x'}}");
    assertEquals(
        Map.of("places", "usa, uk", "words", "120", "paid", "false", "desk", "night"),
        article.metadata());
    assertEquals(List.of("\"image\" is left out: it is an object"), article.provenance().notes());
  }

  @Test
  void aValueOfTheWrongTypeIsLeftOutWithANote() {
    Article article = Reads.json("{'title':'T','section':{'a':1},'tags':true,'summary':['a','b']}");
    assertNull(article.section());
    assertEquals(List.of(), article.tags());
    assertNull(article.summary());
    assertEquals(3, article.provenance().notes().size());
    assertTrue(
        article
            .provenance()
            .notes()
            .contains("\"section\" is left out: a text was expected, not an object"));
  }

  @Test
  void aNumberIsATextWhereATextIsMeant() {
    assertEquals(
        "12345678901234567890", Reads.json("{'id':12345678901234567890,'title':1984}").id());
    assertEquals("1984", Reads.json("{'title':1984}").title());
  }

  @Test
  void aLanguageThatIsNoTagIsKeptRaw() {
    Article article = Reads.json("{'title':'T','language':'Plain English'}");
    assertNull(article.language());
    assertEquals("Plain English", article.metadata().get("language.raw"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'id':'a'}",
        "{'title':' ','body':[]}",
        "{'url':'https://a.example/','tags':['x']}",
        "{'title':true}"
      })
  void withoutTitleAndTextThereIsNoArticle(String object) {
    assertEquals("no title and no text", Reads.malformedJson(object).reason());
  }

  @Test
  void anIdThatIsNoneIsNamedWithItsReason() {
    assertTrue(
        Reads.malformedJson("{'id':'" + "x".repeat(600) + "','title':'T'}")
            .reason()
            .startsWith("an id has 1 to 512 characters"));
  }

  @Test
  void whatIsNoObjectIsToldInPlainWords() {
    assertEquals("an object was expected, not a list", Reads.malformedJson("[1]").reason());
    assertEquals("an object was expected, not a number", Reads.malformedJson("7").reason());
    assertTrue(Reads.malformedJson("{'title':'T'} {}").reason().startsWith("not valid JSON: "));
    assertEquals(
        "not valid JSON: it is cut off before its end", Reads.malformedJson("{'a':[1,").reason());
    assertEquals(
        "not in UTF-8", Reads.malformed(Ingest.json(new byte[] {'"', (byte) 0xff})).reason());
  }

  @Test
  void noReasonSpeaksOfTheParser() {
    for (String bad :
        List.of("{'a' 1}", "{'a':01}", "{a:1}", "{'a':'\u0001'}", "{'a':tru}", "{'a':1]", "'")) {
      String reason = Reads.malformedJson(bad).reason();
      for (String noise :
          List.of("Source", "StreamRead", "JsonRead", "start marker", "tools.jackson")) {
        assertTrue(!reason.contains(noise), reason);
      }
    }
  }

  @Test
  void referencesToCharactersInPlainTextAreResolved() {
    Article article =
        Reads.json(
            "{'title':'EPA&#8217;s caf&eacute; &amp; quay','body':['It&rsquo;s open &mdash;"
                + " now.']}");
    assertEquals("EPA\u2019s caf\u00e9 & quay", article.title());
    assertEquals(List.of("It\u2019s open \u2014 now."), article.body());
  }

  @Test
  void aTextAboutSuchReferencesStaysAsItIs() {
    for (String title :
        List.of(
            "How to write &amp; in HTML",
            "Why &lt;b&gt; is not &amp;lt;b&amp;gt;",
            "The entities &eacute; and &egrave;",
            "AT&T; and others")) {
      assertEquals(title, Reads.json("{'title':'" + title + "'}").title());
    }
  }

  @Test
  void whatDatelineWroteItselfIsReadAsItStands() {
    assertEquals(
        "So &eacute; it is",
        Reads.json("{'title':'So &eacute; it is','provenance':{'format':'html'}}").title());
  }
}
