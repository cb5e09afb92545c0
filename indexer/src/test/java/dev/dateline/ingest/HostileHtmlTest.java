package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No page breaks the reading, however it is made. */
class HostileHtmlTest {

  private static final String ICE = "<p>Ice melts, slowly, as it has for years.</p>";
  private static final List<String> BODY = List.of("Ice melts, slowly, as it has for years.");

  private static String reason(String page) throws IOException {
    return Reads.malformed(Reads.outcomes("a.html", page).getFirst()).reason();
  }

  @Test
  void aPageNestedAHundredThousandDeepIsRead() throws IOException {
    Article article = Reads.article("a.html", "<html><div>" + "<div>".repeat(100_000) + ICE);
    assertEquals(BODY, article.body());
    Article inline = Reads.article("a.html", "<html>" + "<b><i>".repeat(50_000) + ICE);
    assertEquals(BODY, inline.body());
  }

  @Test
  void fiftyMegabytesOfAttributesAreTooLong() throws IOException {
    assertEquals(Limits.TOO_LONG, reason("<html><p " + "a=1 ".repeat(50 << 18) + ">Ice</p>"));
  }

  @Test
  void manyAttributesAndLongClassesAreRead() throws IOException {
    StringBuilder page = new StringBuilder("<html><div ");
    for (int i = 0; i < 50_000; i++) {
      page.append('a').append(i).append("=1 ");
    }
    page.append("class='").append("-a".repeat(500_000)).append("'>").append(ICE);
    assertEquals(BODY, Reads.article("a.html", page.toString()).body());
  }

  @Test
  void aMillionTagsAreNoPage() throws IOException {
    assertEquals("it has too many tags to be a page", reason("<html>" + "<b>".repeat(1_000_000)));
  }

  @Test
  void jsonBombsInAPageArePassedOver() throws IOException {
    String script = "<script type='application/ld+json'>";
    for (String bomb :
        List.of(
            "[".repeat(500_000),
            "{\"@graph\":".repeat(100_000),
            "{\"a\":" + "9".repeat(1_000_000) + "}",
            "[" + "{\"@type\":\"Article\"},".repeat(100_000) + "{}]",
            "{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\",\"author\":{\"@id\":\"#a\"}}}")) {
      String page = "<html><head>" + script + bomb + "</script></head><body>" + ICE;
      assertEquals(BODY, Reads.article("a.html", page).body());
    }
  }

  @Test
  void brokenEncodingsAreReadWithMarks() throws IOException {
    byte[] page = "<html><meta charset=utf-8><p>Ice m\u00e9lts, slowly.</p>".getBytes(ISO_8859_1);
    assertEquals(
        List.of("Ice m\uFFFDlts, slowly."),
        Reads.article(Reads.outcomes("a.html", page).getFirst()).body());
    byte[] unknown = ("<html><meta charset='x-no such'>" + ICE).getBytes(UTF_8);
    assertEquals(BODY, Reads.article(Reads.outcomes("a.html", unknown).getFirst()).body());
  }

  @Test
  void binaryJunkNamedAsAPageIsPassedOver() throws IOException {
    byte[] junk = new byte[10_000];
    new Random(7).nextBytes(junk);
    assertEquals(
        "neither a text nor of a known format",
        Reads.passedOver(Reads.outcomes("a.html", junk).getFirst()).reason());
  }

  @Test
  void longRunsOfWhatRulesLookForTakeNoTime() throws IOException {
    for (String run :
        List.of(" ", "\n", "<!-- -->", "<br>", "&amp;", "- ", "| ", "<a href=x>x</a> ")) {
      String many = run.repeat(40_000);
      String page =
          "<html><head><title>"
              + many
              + "</title></head><h1>"
              + many
              + "</h1><p>"
              + many
              + "</p>"
              + ICE;
      assertDoesNotThrow(() -> Reads.outcomes("a.html", page), run);
      assertDoesNotThrow(() -> Reads.outcomes("a.html", many + page), run);
    }
  }

  @Test
  void aPageWithBrokenBytesGivesAnOutcomeAndNoError() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String page =
        "<html lang=en><head><title>Ice - Post</title><meta name=date content=2026-01-02>"
            + "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Ice\"}"
            + "</script></head><body><h1>Ice</h1><ul><li>One</li></ul>"
            + ICE
            + "<table><tr><td>1";
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = page.getBytes(UTF_8);
      for (int changes = random.nextInt(6); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) "<>/\"'=&; \n\0a-!".charAt(random.nextInt(14));
      }
      assertDoesNotThrow(() -> Reads.outcomes("a.html", bytes), "seed " + seed);
    }
  }
}
