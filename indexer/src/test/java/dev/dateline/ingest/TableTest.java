package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Source;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table with a header is read a row an article, whatever program wrote it. */
class TableTest {

  private static List<String> read(String text) throws IOException {
    return Reads.summary(Reads.outcomes("news.csv", text.replace('\'', '"')));
  }

  @Test
  void aRowIsAnArticleWithTheFieldsThatItsColumnsName(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("harbour.csv"),
            """
            ID,Headline,Publication,Authors,Tags,Date published,Section,Language,Link,Text,Words
            f-1,Night ferry returns,Harbour Post,Zoë Lindqvist; Ben Okri,"ferries, sea",2026-05-01T10:00:00Z,Travel,en,https://harbour.example/ferry,"The ferry sails at ten.

            She said: ""At last.\""",212
            """);
    List<Outcome> outcomes = Reads.outcomes(file);
    Article article = Reads.article(outcomes.getFirst());
    assertEquals(1, outcomes.size());
    assertEquals("f-1", article.id());
    assertEquals("Night ferry returns", article.title());
    assertEquals(new Source("Harbour Post", null), article.source());
    assertEquals(List.of("Zoë Lindqvist", "Ben Okri"), article.authors());
    assertEquals(List.of("ferries", "sea"), article.tags());
    assertEquals(Instant.parse("2026-05-01T10:00:00Z"), article.published().at());
    assertEquals("Travel", article.section());
    assertEquals("en", article.language());
    assertEquals("https://harbour.example/ferry", article.url());
    assertEquals(List.of("The ferry sails at ten.", "She said: \"At last.\""), article.body());
    assertEquals("212", article.metadata().get("Words"));
    assertEquals("csv", article.provenance().format());
    assertEquals("Headline", article.provenance().rules().get("title"));
  }

  @Test
  void commasSemicolonsTabsAndBarsPartTheCells() throws IOException {
    for (char separator : ",;\t|".toCharArray()) {
      String table = "id|title|text\na|Ice; melts, soon|x\nb|'Q|A'|y\n".replace('|', separator);
      String quoted = table.replace("Ice; melts, soon", "'Ice; melts, soon'");
      assertEquals(List.of("a", "b"), read(quoted), "parted by " + separator);
    }
  }

  @Test
  void whatSpreadsheetsPutBeforeTheHeaderIsNoColumn() throws IOException {
    assertEquals(List.of("a"), read("\uFEFFsep=;\r\nid;title\r\na;Ice\r\n;\r\n"));
    byte[] unicodeText = "\uFEFFid\ttitle\r\na\tIce\r\n".getBytes(UTF_16LE);
    assertEquals(List.of("a"), Reads.summary(Reads.outcomes("a.txt", unicodeText)));
  }

  @Test
  void bytesThatAreNotUtf8AreReadAsWindows1252() throws IOException {
    byte[] western = "title,text\n“Café”,x\n".getBytes(Charset.forName("windows-1252"));
    byte[] both = new byte[western.length + 8];
    System.arraycopy(western, 0, both, 0, western.length);
    System.arraycopy("Zoë,yz\n".getBytes(UTF_8), 0, both, western.length, 8);
    List<Outcome> outcomes = Reads.outcomes("a.csv", both);
    assertEquals("“Café”", Reads.article(outcomes.get(0)).title());
    assertEquals("Zoë", Reads.article(outcomes.get(1)).title());
  }

  @Test
  void aTableIsKnownWithoutItsName() throws IOException {
    assertEquals("csv", format("data", "title,text\nIce,It melts.\n"));
    assertEquals("csv", format("data.txt", "headline_text\tpublish_date\nIce\t20030219\n"));
  }

  @Test
  void aStoryWithCommasIsAStory() throws IOException {
    String story = "Ice, snow, and more\nIt melted, it froze, and it melted.\n";
    assertEquals("story-text", format("ice.txt", story));
    assertEquals(
        "story-text", format("ice", "Summary, text and title\nA story, told twice, here."));
  }

  private static String format(String name, String text) throws IOException {
    return Reads.article(name, text).provenance().format();
  }

  @Test
  void aRowWithTooManyOrTooFewCellsIsNamedByTheLineWhereItBegins() throws IOException {
    assertEquals(
        List.of(
            "a",
            "line 4: 4 cells, where the header has 3",
            "line 5: 2 cells, where the header has 3",
            "b"),
        read("id,title,text\na,T,'x\ny'\nc,T,x,z\nd,T\n\nb,T,x,\n"));
  }

  @Test
  void aQuoteThatIsNotClosedSpoilsItsOwnRowAlone() throws IOException {
    assertEquals(
        List.of("a", "line 3: a quote is opened and not closed", "b", "c"),
        read("id,title\na,T\nx,'T\nb,T\nc,T\n"));
    assertEquals(
        List.of("a", "line 3: a closing quote is not followed by the end of its cell", "b", "c"),
        read("id,title\na,'T'\nx,'T\nb,'T'\nc,'T'\n"));
  }

  @Test
  void theFurtherLinesOfABrokenRowAreNotToldOneByOne() throws IOException {
    assertEquals(
        List.of("line 2: a closing quote is not followed by the end of its cell", "b"),
        read("id,title,text\nx,T,'One.\nTwo.\nThree.\nb,'T','Four.'\n"));
  }

  @Test
  void quotesInsideACellAreText() throws IOException {
    Article article = Reads.article("a.csv", "title,text\nA 5\" pipe, \"x\"\n");
    assertEquals("A 5\" pipe", article.title());
    assertEquals(List.of("x"), article.body());
  }

  @Test
  void aTableWithoutAKnownTextIsPassedOverWithItsColumns() throws IOException {
    String reason = read("city,population\nOslo,717710\n").getFirst();
    assertTrue(reason.startsWith("passed over: no column"), reason);
    assertTrue(reason.contains("headline") && reason.contains("city, population"), reason);
  }

  @Test
  void theFirstOfTwoColumnsOfANameCountsAndTheOtherIsKept() throws IOException {
    Article article = Reads.article("a.csv", ",title,title\n7,Ice,Snow\n");
    assertEquals("Ice", article.title());
    assertEquals("Snow", article.metadata().get("title (2)"));
    assertEquals("7", article.metadata().get("column 1"));
  }

  @Test
  void nullIsNoValue() throws IOException {
    Article article = Reads.article("a.csv", "title,author,summary\nIce,NULL,\\N\n");
    assertEquals(List.of(), article.authors());
    assertEquals(null, article.summary());
  }
}
