package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Provenance.Dropped;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A story that was copied from a page becomes an article, and what was not of it is left behind.
 */
class StoryTextTest {

  private static final String STORY =
      """

      Harbour Town Votes to Keep Its Old Lighthouse
      Why It Matters
      The light has guided boats since 1871.
      Key Takeaways
      - •Six in ten voted to keep it
      • Repairs start in spring
      * The keeper stays
      Nobody lost a job
      Pulse Analysis
      The count took an hour.
      The mayor called it a clear answer.
      Harbour town votes to keep its old lighthouse
      Comments
      Want to join the conversation?
      Loading comments...
      """;

  @Test
  void labelledPartsBecomeFields() throws IOException {
    Article article = Reads.article("lighthouse.txt", STORY);
    assertEquals("Harbour Town Votes to Keep Its Old Lighthouse", article.title());
    assertEquals("Harbour town votes to keep its old lighthouse", article.originalTitle());
    assertEquals("The light has guided boats since 1871.", article.summary());
    assertEquals(
        List.of(
            "Six in ten voted to keep it",
            "Repairs start in spring",
            "The keeper stays",
            "Nobody lost a job"),
        article.takeaways());
    assertEquals(
        List.of("The count took an hour.", "The mayor called it a clear answer."), article.body());
    assertEquals(List.of(), article.parts());
  }

  @Test
  void theProvenanceTellsWhichRuleSetEachFieldAndWhatWasDropped() throws IOException {
    var provenance = Reads.article("lighthouse.txt", STORY).provenance();
    assertEquals("lighthouse.txt", provenance.file());
    assertEquals("story-text", provenance.format());
    assertEquals("first line", provenance.rules().get("title"));
    assertEquals("label \"Why It Matters\"", provenance.rules().get("summary"));
    assertEquals("label \"Key Takeaways\"", provenance.rules().get("takeaways"));
    assertEquals("label \"Pulse Analysis\"", provenance.rules().get("body"));
    assertEquals(
        List.of(
            new Dropped("Comments", "comments"),
            new Dropped("Want to join the conversation?", "comments"),
            new Dropped("Loading comments...", "comments")),
        provenance.dropped());
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkMakeNoDifference() throws IOException {
    Article windows = Reads.article("lighthouse.txt", '\uFEFF' + STORY.replace("\n", "\r\n"));
    assertEquals(Reads.article("lighthouse.txt", STORY), windows);
  }

  @Test
  void aFurtherLabelOpensAPartAndALabelMayLeadItsText() throws IOException {
    Article article =
        Reads.article(
            "a.txt",
            """
            Buses run on time
            Why it matters: Late buses cost jobs.
            By the numbers:
            92 of 100 came on time.
            It was 71 a year ago.
            What’s next: More lanes.
            """);
    assertEquals("Late buses cost jobs.", article.summary());
    assertEquals(
        List.of(
            new Part("By the numbers", "92 of 100 came on time.\n\nIt was 71 a year ago."),
            new Part("What’s next", "More lanes.")),
        article.parts());
    assertEquals(List.of(), article.body());
  }

  @Test
  void aLabelWithinASentenceIsText() throws IOException {
    Article article =
        Reads.article(
            "a.txt",
            "A title\nFull Story\nShe asked why it matters to us.\nThe bottom line is red.\n");
    assertEquals(
        List.of("She asked why it matters to us.", "The bottom line is red."), article.body());
  }

  @Test
  void aLabelWithoutTextIsReportedAndNothingIsInvented() throws IOException {
    Article article = Reads.article("a.txt", "A title\nWhy It Matters\nKey Points\n- One\n");
    assertNull(article.summary());
    assertEquals(
        List.of("there is no text under \"Why It Matters\""), article.provenance().notes());
  }

  @Test
  void aRepeatOfTheVeryTitleIsDropped() throws IOException {
    Article article = Reads.article("a.txt", "Ice melts\nFull Story\nIt was warm.\nIce melts\n");
    assertNull(article.originalTitle());
    assertEquals(List.of("It was warm."), article.body());
    assertEquals(
        List.of(new Dropped("Ice melts", "repeat of the title")), article.provenance().dropped());
  }

  @Test
  void aLastLineWithOtherWordsStaysInTheBody() throws IOException {
    Article article =
        Reads.article("a.txt", "Ice melts in May\nFull Story\nIt was warm.\nIce cream sold well.");
    assertNull(article.originalTitle());
    assertEquals(List.of("It was warm.", "Ice cream sold well."), article.body());
  }

  @Test
  void commentsAsAWordOfTheStoryDropNothing() throws IOException {
    Article article =
        Reads.article(
            "a.txt", "A title\nFull Story\nFirst.\nComments\nThe minister made two.\nLast.");
    assertEquals(List.of("First.", "Comments", "The minister made two.", "Last."), article.body());
  }

  @Test
  void boilerplateGoesOnlyAsAWholeLine() throws IOException {
    Article article =
        Reads.article("a.txt", "A title\nFull Story\nAdvertisement\nAdvertisement sales rose.");
    assertEquals(List.of("Advertisement sales rose."), article.body());
    assertEquals(
        List.of(new Dropped("Advertisement", "boilerplate")), article.provenance().dropped());
  }

  @Test
  void textWithoutAnyLabelIsTitleAndBody() throws IOException {
    Article article = Reads.article("a.txt", "Ice melts\n\nIt was warm.\nAdvertisement\n");
    assertEquals("Ice melts", article.title());
    assertEquals(List.of("It was warm.", "Advertisement"), article.body());
    assertTrue(article.provenance().notes().contains("no known label: all is body"));
  }

  @Test
  void aLongFirstLineOrAnOnlyOneIsBody() throws IOException {
    String paragraph = "word ".repeat(100).strip();
    assertNull(Reads.article("a.txt", paragraph + "\nMore.").title());
    Article only = Reads.article("a.txt", "Only this.");
    assertNull(only.title());
    assertEquals(List.of("Only this."), only.body());
  }

  @Test
  void linesThatAreWrappedByHandAreOneParagraph() throws IOException {
    String wrapped =
        "The council met on Tuesday evening in the old\n"
            + "hall, and it sat until the lights went out.";
    Article article = Reads.article("a.txt", "A title\n\n" + wrapped + "\n\nNobody minded.\n");
    assertEquals(List.of(wrapped, "Nobody minded."), article.body());
  }

  @Test
  void labelsTellAStoryWhateverItsFileIsCalled() throws IOException {
    assertEquals(
        "Harbour Town Votes to Keep Its Old Lighthouse",
        Reads.article("story.page", STORY).title());
    Reads.passedOver(Reads.outcomes("notes.log", "# Notes\n\nsummary: none\n").getFirst());
  }

  @Test
  void labelsWithoutAnyTextAreNoArticle() throws IOException {
    Outcome outcome = Reads.outcomes("a.txt", "Why It Matters\nKey Takeaways\n").getFirst();
    assertEquals("no title and no text", Reads.malformed(outcome).reason());
  }

  @Test
  void theSameStoryHasTheSameIdEachTime() throws IOException {
    assertEquals(Reads.article("one.txt", STORY).id(), Reads.article("other.txt", STORY).id());
  }

  @Test
  void aTextInTheCharacterSetOfWindowsIsReadRightly() throws IOException {
    String story = "Caf\u00e9 \u201copen\u201d\n\nIt opened at nine.\n";
    for (String charset : List.of("windows-1252", "UTF-8", "UTF-16")) {
      Article article =
          Reads.article(
              Reads.outcomes("a.txt", story.getBytes(Charset.forName(charset))).getFirst());
      assertEquals("Caf\u00e9 \u201copen\u201d", article.title(), charset);
      assertEquals(List.of("It opened at nine."), article.body(), charset);
    }
  }
}
