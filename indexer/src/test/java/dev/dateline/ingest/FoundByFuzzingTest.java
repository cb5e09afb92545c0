package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.json.ArticleJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What {@link FuzzTest} found once, and what was found beside it, stays mended. */
class FoundByFuzzingTest {

  private static String rss(String item) {
    return "<rss><channel><item>" + item + "</item></channel></rss>";
  }

  @Test
  void anElementThatHasOnlyAPrefixForItsNameIsText() throws IOException {
    String nitf =
        "<nitf><body><body.content><p>Ice <a:>melts</a:></p></body.content></body></nitf>";
    assertEquals(List.of("Ice melts"), Reads.article("a", nitf).body());
  }

  @Test
  void anEntryWithABrokenIdAndNoTextIsAReason() throws IOException {
    String reason =
        Reads.malformed(Reads.outcomes("a", rss("<guid>a:b\nc</guid>")).getFirst()).reason();
    assertTrue(reason.startsWith("an id has 1 to 512 characters"), reason);
  }

  @Test
  void aTitleOfNoVisibleCharacterIsNone() throws IOException {
    Article article = Reads.article("a", rss("<title>&#1;</title><description>Ice.</description>"));
    assertNull(article.title());
    assertNull(article.provenance().rules().get("title"));
  }

  @Test
  void whatIsStoredOfATableWithAParagraphForAColumnIsReadBack() throws IOException {
    Article article = Reads.article("a.csv", "title," + "words ".repeat(20_000) + "\nIce,x\n");
    byte[] stored = ArticleJson.toBytes(article);
    assertEquals(article, ArticleJson.fromBytes(stored, 0, stored.length));
    assertEquals(
        List.of("a fact is left out: its name is longer than 500 characters"),
        article.provenance().notes());
  }

  @Test
  void anElementOfTrecWithALongNameIsNoFact() throws IOException {
    String name = "a".repeat(100_000);
    Article article =
        Reads.article(
            "a", "<DOC><DOCNO>1</DOCNO><TEXT>Ice.</TEXT><" + name + ">x</" + name + "></DOC>");
    assertTrue(article.metadata().isEmpty());
  }

  @Test
  void aPageWithoutEndOfItsCharacterSetTakesNoLongTime() throws IOException {
    String page = "<html><meta charset=" + "\n".repeat(1 << 14) + "><title>Ice</title><p>It melts.";
    assertEquals("Ice", Reads.article("a.html", page).title());
  }

  @Test
  void anEntryWithHundredsOfThousandsOfTagsTakesNoLongTime() throws IOException {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < 400_000; i++) {
      tags.append("\"").append(i).append("\",");
    }
    String feed =
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"Ice\",\"tags\":["
            + tags
            + "\"a\"]}]}";
    assertEquals(400_001, Reads.article("a.json", feed).tags().size());
  }

  @Test
  void aMailWithLongBrokenHeadersTakesNoLongTime() throws IOException {
    StringBuilder mail = new StringBuilder("From: a@a.example\nSubject: Ice\n");
    for (int i = 0; i < 300; i++) {
      mail.append("X-").append(i).append(": =?utf-8").append(" <=?=".repeat(12_000)).append("\n");
    }
    assertEquals("Ice", Reads.article("a.eml", mail + "\nIt melts.\n").title());
  }

  @Test
  void anEntryThatIsPackedByZstandardIsAReason() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.html"));
      zip.write("<title>Ice</title>".getBytes(UTF_8));
    }
    byte[] packed = bytes.toByteArray();
    packed[8] = 93; // the method, in the header before the entry
    String reason = Reads.malformed(Reads.outcomes("a.zip", packed).getFirst()).reason();
    assertTrue(reason.contains("packed by a method that is not read"), reason);
  }

  @Test
  void moreThanOneValueInALineIsToldInPlainWords() {
    Outcome outcome = Ingest.json("{\"title\":\"Ice\"} 7".getBytes(UTF_8));
    assertTrue(
        Reads.malformed(outcome).reason().startsWith("not valid JSON: something follows it"),
        outcome::toString);
  }
}
