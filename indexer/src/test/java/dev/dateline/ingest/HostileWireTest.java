package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No wire makes its reader fetch, expand or hold what it should not. */
class HostileWireTest {

  private static final String ITEM =
      "<newsItem guid='urn:a:1'><contentMeta><headline>T</headline></contentMeta></newsItem>";

  private static final String BREAKS = "<>/&;\"'[]{},: \0\uD800x";

  @TempDir Path folder;

  private static List<String> read(String text) throws IOException {
    return Reads.summary(Reads.outcomes("wire", text));
  }

  private static String message(String items) {
    return "<newsMessage><itemSet>" + items + "</itemSet></newsMessage>";
  }

  private static String nitf(String doctype, String paragraph) {
    return doctype
        + "<nitf><body><body.content><p>"
        + paragraph
        + "</p></body.content></body></nitf>";
  }

  @Test
  void anExternalEntityIsNotFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hidden words");
    String doctype = "<!DOCTYPE nitf [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";

    Article article = Reads.article("a", nitf(doctype, "Text &x;"));

    assertFalse(String.valueOf(article).contains("hidden"), article.body().toString());
  }

  @Test
  void entitiesOfADoctypeAreNotExpanded() throws IOException {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE nitf [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 40; i++) {
      String previous = "&a" + (i - 1) + ";";
      doctype.append("<!ENTITY a").append(i).append(" '" + previous + previous + "'>");
    }

    assertEquals(
        List.of("Text &a39;"), Reads.article("a", nitf(doctype + "]>", "Text &a39;")).body());
  }

  @Test
  void aMessageThatIsCutOffSaysSoAndKeepsWhatWasBefore() throws IOException {
    String whole = message(ITEM + ITEM.replace("a:1", "a:2"));
    for (int end = whole.indexOf("</newsItem>") + 11; end < whole.length(); end++) {
      List<String> outcomes = read(whole.substring(0, end));
      assertEquals("urn:a:1", outcomes.getFirst());
      assertTrue(
          outcomes.getLast().endsWith("the message is cut off before its end"), outcomes::toString);
    }
  }

  @Test
  void aStoryThatIsCutOffIsNotTaken() throws IOException {
    String whole = nitf("", "Crews walked out.");
    for (int end = whole.indexOf("Crews"); end < whole.length(); end++) {
      List<String> outcomes = read(whole.substring(0, end));
      assertEquals(List.of("item 1: the document is cut off before its end"), outcomes);
    }
  }

  @Test
  void anItemWithoutAnEndTagIsRead() throws IOException {
    assertEquals(List.of("urn:a:1"), read(message(ITEM.replace("</newsItem>", ""))));
  }

  @Test
  void deepNestingIsReadToALimit() throws IOException {
    for (String start : List.of("<newsMessage><newsItem>", "<nitf><body><body.content>")) {
      for (String tag : List.of("a", "block", "media", "byline", "newsItem", "nitf", "assert")) {
        List<String> outcomes = read(start + ("<" + tag + ">").repeat(50_000));
        assertTrue(
            outcomes.getLast().contains("cut off before its end") || outcomes.size() > 1, tag);
        int most = Limits.ELEMENTS - 10;
        read(start + ("<" + tag + ">x").repeat(most) + ("</" + tag + ">").repeat(most));
      }
    }
  }

  @Test
  void deepJsonIsRefused() throws IOException {
    for (String start :
        List.of(
            "{\"uri\":\"urn:a:1\",\"headlines\":",
            "{\"status\":\"ok\",\"totalResults\":1,\"articles\":",
            "{\"status\":\"ok\",\"totalResults\":1,\"other\":",
            "{\"response\":{\"userTier\":\"x\",\"results\":")) {
      for (String nest : List.of("[", "{\"a\":", "[{\"a\":")) {
        assertTrue(read(start + nest.repeat(50_000)).getLast().contains("JSON"), start);
      }
    }
  }

  @Test
  void longMessagesAndAnswersAreReadItemByItem() throws IOException {
    int count = 30_000;
    assertEquals(count, read(message((ITEM + "\n").repeat(count))).size());
    String article =
        "{\"title\":\"T\",\"url\":\"https://a.example/1\",\"content\":\""
            + "x".repeat(200)
            + "\"},";
    String answer =
        "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[" + article.repeat(count) + "7]}";
    assertEquals(count + 1, read(answer).size());
  }

  @Test
  void whatIsTooLongEndsTheFile() throws IOException {
    String text = "x".repeat(3 * Limits.ARTICLE_LENGTH);
    String reason = Limits.TOO_LONG + "; what follows in the file was not read";
    assertEquals("item 2: " + reason, read(message(ITEM + "<newsItem>" + text)).getLast());
    assertEquals("item 1: " + reason, read(nitf("", text)).getLast());
    String answer =
        "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[{\"title\":\"" + text + "\"}]}";
    assertEquals("article 1: " + reason, read(answer).getLast());
  }

  @Test
  void manyOfAKindAreNoTraps() throws IOException {
    for (String one :
        List.of(
            "<subject qcode='q'/><assert qcode='q'/>",
            "<creator><name>A B</name></creator>",
            "<description role='a'>x</description>",
            "<headline>x</headline><slugline>y</slugline>",
            "<language tag='?'/><keyword>a b c</keyword>")) {
      String all = one.repeat(Limits.ELEMENTS / 3);
      read("<newsItem><contentMeta>" + all + "</contentMeta>" + all + "</newsItem>");
    }
  }

  @Test
  void randomBreaksOfADocumentNeverEscapeTheReader() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> documents =
        List.of(
            message(ITEM + ITEM),
            nitf("<!DOCTYPE nitf [<!ENTITY a 'b'>]>", "Text &a; &amp; <b>more</b>"),
            "{\"uri\":\"urn:a:1\",\"headlines\":[{\"role\":\"main\",\"value\":\"T\"}],\"bodies\":[{\"value\":\"<p>x\"}]}",
            "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[{\"title\":\"T\",\"url\":\"https://a.example/1\"}]}",
            "{\"response\":{\"userTier\":\"x\",\"results\":[{\"webTitle\":\"T\",\"tags\":[{\"type\":\"keyword\"}]}]}}");
    for (int round = 0; round < 2_000; round++) {
      StringBuilder broken = new StringBuilder(documents.get(round % documents.size()));
      for (int hit = random.nextInt(1, 5); hit > 0; hit--) {
        int at = random.nextInt(broken.length());
        broken.setCharAt(at, BREAKS.charAt(random.nextInt(BREAKS.length())));
      }
      try {
        read(broken.toString());
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ", round " + round + ": " + broken, e);
      }
    }
  }
}
