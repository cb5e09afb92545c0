package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No feed makes the reader fetch, expand or hold what it should not. */
class HostileFeedTest {

  private static final String GOOD = "<item><guid>a:1</guid><title>T</title></item>";

  @TempDir Path folder;

  private static String rss(String before, String items) {
    return before + "<rss><channel>" + items + "</channel></rss>";
  }

  private static List<String> read(String feed) throws IOException {
    return Reads.summary(Reads.outcomes("feed.xml", feed));
  }

  @Test
  void anExternalEntityIsNotFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hidden words");
    String doctype = "<!DOCTYPE rss [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";

    Article article = Reads.article("a", rss(doctype, "<item><title>T &x;</title></item>"));

    assertFalse(String.valueOf(article).contains("hidden"), article.title());
  }

  @Test
  void entitiesOfADoctypeAreNotExpanded() throws IOException {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 40; i++) {
      String previous = "&a" + (i - 1) + ";";
      doctype.append("<!ENTITY a").append(i).append(" '" + previous + previous + "'>");
    }

    Article article =
        Reads.article("a", rss(doctype + "]>", "<item><title>T &a39;</title></item>"));

    assertEquals("T &a39;", article.title());
  }

  @Test
  void deepNestingIsReadToALimit() throws IOException {
    for (String around : List.of("<item>", "<other>")) {
      String cut = "the feed is cut off before its end";
      String where = around.equals("<item>") ? "entry 2: " : ": ";
      assertEquals(
          List.of("a:1", where + cut),
          read("<rss><channel>" + GOOD + around + "<a>".repeat(1_000_000)));
    }
  }

  @Test
  void anEntryOfTooManyElementsIsToldAndTheNextIsRead() throws IOException {
    String much = "<item><guid>a:2</guid>" + "<a>x</a>y<b/>".repeat(300_000) + "</item>";
    assertEquals(
        List.of("a:1", "entry 2: " + Limits.TOO_MANY_ELEMENTS, "a:1"),
        read(rss("", GOOD + much + GOOD)));
  }

  @Test
  void anEntryWithoutAnEndHoldsOnlySoMuchOfWhatFollowsIt() throws IOException {
    String text = "<a>" + "x".repeat(1 << 20) + "</a>";
    List<String> outcomes = read(rss("", "<item><guid>a:2</guid>" + (text + GOOD).repeat(50)));
    assertEquals(51, outcomes.size());
    assertEquals("a:1", outcomes.get(49));
    assertEquals("entry 51: " + Limits.TOO_LONG, outcomes.getLast());
  }

  @Test
  void whatStandsBesideTheEntriesIsNoneOfTheirElements() throws IOException {
    String beside = "<a><b c='d'/>text<!-- remark --></a>\n".repeat(100_000);
    assertEquals(List.of("a:1", "a:1"), read(rss("", beside + GOOD + beside + GOOD + beside)));
  }

  @Test
  void aListOfAllEntriesInFrontOfThemMayBeLong() throws IOException {
    StringBuilder feed = new StringBuilder("<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel>");
    feed.append("<title>Post</title><link>https://a.example/</link><items><rdf:Seq>");
    feed.append("<rdf:li rdf:resource='https://a.example/a-long-address/'/>\n".repeat(100_000));
    feed.append("</rdf:Seq></items></channel>").append(GOOD).append("</rdf:RDF>");
    Article article = Reads.article("feed.xml", feed.toString());
    assertEquals("T", article.title());
    assertEquals("Post", article.source().name());
  }

  @Test
  void deepMarkupInATextIsReducedToItsWords() throws IOException {
    for (String tag : List.of("div", "b", "a", "table", "svg", "blink", "p")) {
      for (int count : List.of(Limits.ELEMENTS - 1, 400_000)) {
        String html = ("&lt;" + tag + "&gt;").repeat(count) + "words";
        read(rss("", "<item><title>T</title><description>" + html + "</description></item>"));
      }
    }
  }

  @Test
  void manyMoreEntriesThanAnArticleMayHaveElementsAreRead() throws IOException {
    assertEquals(Limits.ELEMENTS, read(rss("", GOOD.repeat(Limits.ELEMENTS))).size());
  }

  @Test
  void anEntryThatIsTooLongEndsTheFeed() throws IOException {
    List<String> outcomes =
        read(rss("", GOOD + "<item><title>" + "x".repeat(3 * Limits.ARTICLE_LENGTH)));

    assertEquals("a:1", outcomes.getFirst());
    assertTrue(outcomes.get(1).startsWith("entry 2: " + Limits.TOO_LONG), outcomes.get(1));
  }

  @Test
  void whatCannotBeKeptIsNoFaultOfTheFeed() {
    byte[] feed = rss("", GOOD).getBytes(UTF_8);
    IOException full =
        assertThrows(
            IOException.class,
            () ->
                Ingest.read(
                    "feed.xml",
                    new ByteArrayInputStream(feed),
                    outcome -> {
                      throw new IOException("the disk is full: " + outcome.getClass());
                    }));

    assertEquals("the disk is full: " + Outcome.Read.class, full.getMessage());
  }

  @Test
  void aLongPrologIsNoTrap() throws IOException {
    for (String part : List.of("<!---->", "<!--", "<?a ?>", "<!DOCTYPE a [", " ", "<a ")) {
      read(part.repeat(20_000));
      read(part.repeat(20_000) + rss("", GOOD));
    }
  }

  @Test
  void longRunsOfWhatRulesLookForAreNoTraps() throws IOException {
    for (String run : List.of("a@", "<", "&lt;", "&lt;!--", "(", " ", "\n", "&amp;#", "a&lt;b ")) {
      String text = run.repeat(200_000);
      read(
          rss(
              "",
              "<item><title>T</title><author>%1$s</author><description>%1$s</description></item>"
                  .formatted(text)));
    }
  }
}
