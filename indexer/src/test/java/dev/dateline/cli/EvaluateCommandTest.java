package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {

  private static final String ARTICLES =
      """
      {"id":"ferry","title":"Night ferry returns","text":"The ferry crosses the strait.","published":"2026-11-20"}
      {"id":"bridge","title":"Bridge delayed","text":"The ferry stays.","published":"2026-11-21"}
      {"id":"bakery","title":"Bakery opens","text":"Bread at six.","published":"2026-11-21"}
      """;

  private static final String QRELS =
      """
      1 0 ferry 2
      1 0 bridge 0
      2 0 bakery 1
      2 0 gone 1
      3 0 bridge 0
      4 0 ferry 1
      """;

  @TempDir static Path folder;

  private static Path topics;

  @BeforeAll
  static void indexAndJudge() throws IOException {
    Path articles = Files.writeString(folder.resolve("articles.jsonl"), ARTICLES);
    topics =
        Files.writeString(
            folder.resolve("topics.tsv"),
            "1\tnight ferry\n2\tbread\n3\tbridge\n4\tzeppelin\n5\tbakery\n");
    Files.writeString(folder.resolve("qrels.txt"), QRELS);
    Session indexed = Session.of("index", articles.toString(), "--index", at("index"));
    assertEquals(0, indexed.code(), indexed.err());
  }

  private static String at(String name) {
    return folder.resolve(name).toString();
  }

  private static Session evaluate(String... more) {
    return evaluate(topics, more);
  }

  private static Session evaluate(Path topics, String... more) {
    List<String> options = List.of(more);
    Stream<String> given =
        Stream.of(
                List.of("--index", at("index")),
                List.of("--topics", topics.toString()),
                List.of("--qrels", at("qrels.txt")))
            .filter(option -> !options.contains(option.getFirst()))
            .flatMap(List::stream);
    return Session.of(
        Stream.of(Stream.of("evaluate"), given, options.stream())
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private static JsonNode json(Session session) {
    assertEquals(0, session.code(), session.err());
    return JsonMapper.shared().readTree(session.out());
  }

  @Test
  void averagesOverTheTopicsThatWereJudged() {
    JsonNode answer = json(evaluate("--format", "json"));

    // Topic 1 is answered by its first hit, 2 by one of two; 3 has no relevant article and 4 no
    // hit, which count 0; nobody judged 5. So trec_eval -c has it.
    assertEquals(4, answer.path("topics").intValue());
    assertEquals(0.5, answer.path("means").path("MRR").doubleValue());
    assertEquals(0.375, answer.path("means").path("MAP").doubleValue());
    assertEquals(0.05, answer.path("means").path("P@10").doubleValue());
    assertTrue(answer.path("perTopic").isMissingNode());
  }

  @Test
  void printsATableForPeople() {
    String out = evaluate("--per-topic").out();

    assertTrue(out.contains("topics              4\n"), out);
    assertTrue(out.contains("MRR            0.5000\n"), out);
    assertTrue(out.lines().anyMatch(line -> line.startsWith("4 ")), out);
  }

  @Test
  void takesEveryOptionOfASearch() {
    JsonNode answer = json(evaluate("--format", "json", "--search-in", "title", "--match", "all"));

    assertEquals(0.25, answer.path("means").path("MRR").doubleValue());
  }

  @Test
  void writesARunThatComparesAsEqualToItself() throws IOException {
    assertEquals(0, evaluate("--run", at("one.run"), "--match", "any").code());
    List<String> lines = Files.readAllLines(folder.resolve("one.run"));
    assertTrue(lines.getFirst().startsWith("1 Q0 ferry 1 "), lines.getFirst());
    assertTrue(lines.getFirst().endsWith(" dateline"));

    Session again = evaluate("--baseline", at("one.run"), "--match", "any");

    assertTrue(again.out().contains("+0.0000 against the baseline: 0 wins, 0 losses, 4 ties"));
  }

  @Test
  void writesEqualScoresSoThatTheirOrderIsKept() throws IOException {
    assertEquals(0, evaluate("--run", at("dated.run"), "--order-by", "oldest").code());

    Session again = evaluate("--baseline", at("dated.run"), "--order-by", "oldest");

    assertTrue(again.out().contains("0 wins, 0 losses, 4 ties"), again.out());
  }

  @Test
  void readsTopicsInTheMarkupOfTrec() throws IOException {
    Path marked =
        Files.writeString(
            folder.resolve("topics.txt"),
            """
            <top>
            <num> Number: 1
            <title> Topic: night
              ferry
            <desc> Description:
            Which boats sail?
            </top>

            <top>
            <num> Number: 2
            <title> bread
            </top>
            """);

    JsonNode answer = json(evaluate(marked, "--format", "json"));

    assertEquals(2, answer.path("topics").intValue());
    assertEquals(1.0, answer.path("means").path("success@1").doubleValue());
  }

  @Test
  void namesTheLineThatCannotBeRead() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.tsv"), "1\tferry\nbread\n");

    Session session = evaluate(broken);

    assertEquals(2, session.code());
    assertTrue(session.err().contains("broken.tsv, line 2"), session.err());
  }

  @Test
  void namesTheFileThatIsNotThereAndItsOption() {
    for (String option : List.of("--topics", "--qrels", "--baseline")) {
      Session session = evaluate(option, at("missing.txt"));
      assertEquals(2, session.code(), session.err());
      assertTrue(session.err().contains(option + ": " + at("missing.txt")), session.err());
      assertTrue(session.err().contains("does not exist"), session.err());
      Session folderGiven = evaluate(option, folder.toString());
      assertEquals(2, folderGiven.code(), folderGiven.err());
      assertTrue(folderGiven.err().contains(folder + " is a folder"), folderGiven.err());
    }
    Session noIndex =
        Session.of("evaluate", "--index", at("none"), "--topics", at("no.tsv"), "--qrels", "no");
    assertEquals(2, noIndex.code());
    assertTrue(noIndex.err().contains("no.tsv does not exist"), noIndex.err());
  }

  @Test
  void saysSoWhereNoTopicWasJudgedInsteadOfMeasuringNothing() throws IOException {
    Path strange = Files.writeString(folder.resolve("strange.tsv"), "900\tferry\n");
    for (Path topics : List.of(strange, Files.writeString(folder.resolve("empty.tsv"), ""))) {
      Session session = evaluate(topics);
      assertEquals(2, session.code());
      assertTrue(session.err().contains("none of the topics in " + topics), session.err());
      assertEquals("", session.out());
    }
  }

  @Test
  void refusesAnImpossibleNumberOfHits() {
    assertEquals(2, evaluate("--hits", "0").code());
  }
}
