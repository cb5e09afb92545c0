package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JSON in its usual layouts: one bad piece does not keep the others out. */
class JsonFilesTest {

  private static final String CUT_OFF = "not valid JSON: it is cut off before its end";
  private static final String REST = "; what follows in the file was not read";

  private static List<String> read(String text) throws IOException {
    return Reads.summary(Reads.outcomes("news", text.replace('\'', '"')));
  }

  private static String article(String id) {
    return "{'id':'" + id + "','title':'T'}";
  }

  @Test
  void eachLineIsAnArticle() throws IOException {
    assertEquals(List.of("a", "b"), read(article("a") + "\r\n\n  \n" + article("b")));
  }

  @Test
  void aBrokenLineIsNamedAndTheRestGoesIn() throws IOException {
    assertEquals(
        List.of(
            "a", "line 2: " + CUT_OFF, "b", "line 5: an object was expected, not a number", "c"),
        read(article("a") + "\n{'id':'half\n" + article("b") + "\n\n7\n" + article("c") + "\n"));
  }

  @Test
  void aBrokenFirstLineDoesNotHideThatTheFileIsOfLines() throws IOException {
    assertEquals(List.of("line 1: " + CUT_OFF, "b"), read("{'id':'ha\n" + article("b")));
    assertEquals(List.of("line 1: " + CUT_OFF, "b"), read("{'id':'ha',\n" + article("b")));
    assertEquals(
        "b",
        Reads.summary(Reads.outcomes("x.jsonl", ("garbage\n" + article("b")).replace('\'', '"')))
            .getLast());
  }

  @Test
  void aListOfObjectsIsReadElementByElement() throws IOException {
    assertEquals(
        List.of("a", "element 2: an object was expected, not a number", "b"),
        read("\n [" + article("a") + ",\n 7, " + article("b") + "]\n"));
    assertEquals(List.of(), read("[]"));
  }

  @Test
  void aMistakeInAListEndsItAndKeepsWhatWasBefore() throws IOException {
    assertEquals(
        List.of("a", "element 2: " + CUT_OFF + REST), read("[" + article("a") + ",{'id':'b"));
    assertEquals(List.of("a", "element 2: " + CUT_OFF + REST), read("[" + article("a")));
  }

  @Test
  void anObjectMayBeWrittenOverSeveralLines() throws IOException {
    String pretty = "{\n  'id': 'a',\n  'title': 'T',\n  'parts': [\n  {\n'text': 'x'}\n]\n}\n";
    assertEquals(List.of("a"), read(pretty));
    assertEquals(List.of("a", "b"), read(pretty + pretty.replace("'a'", "'b'")));
    assertEquals(List.of("a"), read("{'id': 'a',\n 'title': 'T'}"));
  }

  @Test
  void contentCountsMoreThanTheName() throws IOException {
    String line = article("a").replace('\'', '"');
    assertEquals(List.of("a"), Reads.summary(Reads.outcomes("story.txt", line)));
    assertEquals(List.of("a"), Reads.summary(Reads.outcomes("list.jsonl", "[" + line + "]")));
    assertEquals(
        "[Update] Ice melts",
        Reads.article("story.txt", "[Update] Ice melts\nIt was {warm}.\n").title());
  }

  @Test
  void theProvenanceNamesFileAndFormat() throws IOException {
    var provenance = Reads.article("a.jsonl", "{\"title\":\"T\"}").provenance();
    assertEquals("a.jsonl", provenance.file());
    assertEquals("json", provenance.format());
  }
}
