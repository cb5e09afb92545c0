package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The documents of TREC and of the news corpora beside it are articles. */
class TrecTest {

  private static final String AQUAINT =
      """
      <DOC>
      <DOCNO> APW19980601.0001 </DOCNO>
      <DOCTYPE> NEWS STORY </DOCTYPE>
      <DATE_TIME> 06/01/1998 01:00:00 </DATE_TIME>
      <BODY>
      <CATEGORY> international </CATEGORY>
      <HEADLINE> Ice melts
      early </HEADLINE>
      <BYLINE> By JANE ROE, Associated Press Writer </BYLINE>
      <DATELINE> LAKESIDE, Norway </DATELINE>
      <TEXT>
      <P>
         It was warm &amp; dry.
      </P>
      <P>
         Then it rained.
      </P>
      </TEXT>
      </BODY>
      </DOC>
      """;

  @Test
  void aquaintIsRead() throws IOException {
    Article article = Reads.article("a", AQUAINT);
    assertEquals("APW19980601.0001", article.id());
    assertEquals("Ice melts early", article.title());
    assertEquals(List.of("JANE ROE"), article.authors());
    assertEquals(List.of("It was warm & dry.", "Then it rained."), article.body());
    assertEquals(Published.at(Instant.parse("1998-06-01T01:00:00Z")), article.published());
    assertEquals("LAKESIDE, Norway", article.metadata().get("dateline"));
    assertEquals("international", article.metadata().get("category"));
    assertEquals("trec", article.provenance().format());
  }

  @Test
  void theFinancialTimesIsRead() throws IOException {
    Article article =
        Reads.article(
            "ft911_1",
            """
            <DOC>
            <DOCNO>FT911-1</DOCNO>
            <PROFILE>_AN-BENA7AAKFT</PROFILE>
            <DATE>910514
            </DATE>
            <HEADLINE>
            FT  14 MAY 91 / Ice melts
            </HEADLINE>
            <BYLINE>
                By JANE ROE
            </BYLINE>
            <TEXT>
            IT WAS warm, and
            the ice melted.
            Nobody saw it.
            </TEXT>
            <PUB>The Daily Lake
            </PUB>
            <PAGE>
            London Page 4
            </PAGE>
            </DOC>
            """);
    assertEquals(Published.on(LocalDate.of(1991, 5, 14)), article.published());
    assertEquals("FT 14 MAY 91 / Ice melts", article.title());
    assertEquals(List.of("IT WAS warm, and the ice melted. Nobody saw it."), article.body());
    assertEquals(new Source("The Daily Lake", null), article.source());
    assertEquals("London Page 4", article.metadata().get("page"));
  }

  @Test
  void theLosAngelesTimesIsRead() throws IOException {
    Article article =
        Reads.article(
            "la010189",
            """
            <DOC>
            <DOCNO> LA010189-0001 </DOCNO>
            <DOCID> 1 </DOCID>
            <DATE>
            <P>
            January 1, 1989, Sunday, Home Edition
            </P>
            </DATE>
            <SECTION>
            <P>
            Part 1; Page 2
            </P>
            </SECTION>
            <LENGTH>
            <P>
            20 words
            </P>
            </LENGTH>
            <HEADLINE>
            <P>
            ICE MELTS
            </P>
            </HEADLINE>
            <TEXT>
            <P>
            It was warm.
            </P>
            </TEXT>
            </DOC>
            """);
    assertEquals("LA010189-0001", article.id());
    assertEquals(Published.on(LocalDate.of(1989, 1, 1)), article.published());
    assertEquals("Part 1; Page 2", article.section());
    assertEquals("20 words", article.metadata().get("length"));
    assertEquals(List.of("It was warm."), article.body());
  }

  @Test
  void theAssociatedPressIsReadWithTheDateOfItsNumber() throws IOException {
    Article article =
        Reads.article(
            "ap880212",
            """
            <DOC>
            <DOCNO> AP880212-0001 </DOCNO>
            <FILEID>AP-NR-02-12-88 2344EST</FILEID>
            <HEAD>Ice Melts</HEAD>
            <DATELINE>LAKESIDE, Norway (AP) </DATELINE>
            <TEXT>
               It was warm on Friday,
            and the ice melted.
               Then it rained.
            </TEXT>

            </DOC>
            """);
    assertEquals("Ice Melts", article.title());
    assertEquals(
        List.of("It was warm on Friday, and the ice melted.", "Then it rained."), article.body());
    assertEquals(Published.on(LocalDate.of(1988, 2, 12)), article.published());
    assertEquals("date in the document number", article.provenance().rules().get("published"));
  }

  @Test
  void theWallStreetJournalAndTheBroadcastServiceAreRead() throws IOException {
    List<Outcome> outcomes =
        Reads.outcomes(
            "a",
            """
            <DOC>
            <DOCNO> WSJ870324-0001 </DOCNO>
            <HL> Ice Melts
            ---
            By Jane Roe</HL>
            <DD> 03/24/87</DD>
            <SO> THE DAILY LAKE (J)</SO>
            <LP>
               It was warm.
            </LP>
            <TEXT>
               Then it rained.
            </TEXT>
            </DOC>
            <DOC>
            <DOCNO> FBIS3-1 </DOCNO>
            <HT>  "cr00000011094001" </HT>
            <HEADER>
            <DATE1>  10 March 1994 </DATE1>
            <H3> <TI>   Lake Opened &hyph; to Boats </TI></H3>
            </HEADER>
            <TEXT>
            <F P=105> English </F>
               [Text] The lake was opened.
            </TEXT>
            </DOC>
            """);
    Article journal = Reads.article(outcomes.getFirst());
    assertEquals("Ice Melts --- By Jane Roe", journal.title());
    assertEquals(List.of("It was warm.", "Then it rained."), journal.body());
    assertEquals(Published.on(LocalDate.of(1987, 3, 24)), journal.published());
    Article service = Reads.article(outcomes.getLast());
    assertEquals("Lake Opened - to Boats", service.title());
    assertEquals(Published.on(LocalDate.of(1994, 3, 10)), service.published());
    assertTrue(service.body().getLast().endsWith("The lake was opened."), service.toString());
  }

  @Test
  void anIdMayBeAnAttribute() throws IOException {
    String gigaword =
        """
        <DOC id="AFP_ENG_20030401.0001" type="story" >
        <HEADLINE>
        Ice melts
        </HEADLINE>
        <TEXT>
        <P>
        It was warm.
        </P>
        </TEXT>
        </DOC>
        """;
    Article article = Reads.article("a", gigaword);
    assertEquals("AFP_ENG_20030401.0001", article.id());
    assertEquals(Published.on(LocalDate.of(2003, 4, 1)), article.published());
  }

  private static String document(String id) {
    return "<DOC>\n<DOCNO>" + id + "</DOCNO>\n<HEADLINE>T</HEADLINE>\n</DOC>\n";
  }

  @Test
  void whatIsWrongWithADocumentIsAReasonAndTheNextIsRead() throws IOException {
    String empty = "<DOC><DOCNO>empty</DOCNO></DOC>";
    String open = document("open").replace("</DOC>\n", "");
    String tags = document("tags").replace("T<", "<X>".repeat(30_000) + "<");
    List<Outcome> outcomes =
        Reads.outcomes("a", document("a") + empty + open + tags + document("b") + open);
    assertEquals(
        List.of(
            "a",
            "document 2: no title and no text",
            "open",
            "document 4: " + Limits.TOO_MANY_ELEMENTS,
            "b",
            "document 6: it is cut off before its end"),
        Reads.summary(outcomes));
    assertEquals(
        List.of("it has no end: the next document begins before it"),
        Reads.article(outcomes.get(2)).provenance().notes());
  }

  @Test
  void aDocumentOfSeventyMegabytesIsPassedAndTheNextIsRead() throws IOException {
    for (String filling : List.of("x", "It was warm.\n")) {
      InputStream in =
          new SequenceInputStream(
              Collections.enumeration(
                  List.of(
                      stream("<DOC><DOCNO>a</DOCNO><TEXT>"),
                      new Endless(filling.getBytes(StandardCharsets.US_ASCII), 70 << 20),
                      stream("</TEXT>\n</DOC>\n" + document("b")))));
      List<Outcome> outcomes = new ArrayList<>();
      Ingest.read("a", in, outcomes::add);
      String where = filling.equals("x") ? "line 1: " : "document 1: ";
      assertEquals(List.of(where + Limits.TOO_LONG, "b"), Reads.summary(outcomes));
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void brokenMarkupGivesNoError() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(AQUAINT);
      for (int changes = random.nextInt(8); changes >= 0; changes--) {
        int at = 10 + random.nextInt(text.length() - 10);
        text.setCharAt(at, "<>/&;DOC \n".charAt(random.nextInt(10)));
      }
      assertDoesNotThrow(() -> Reads.outcomes("a", text.toString()), "seed " + seed);
    }
  }
}
