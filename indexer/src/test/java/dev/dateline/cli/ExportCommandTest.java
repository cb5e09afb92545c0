package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {

  private static final Article FERRY =
      Article.builder()
          .id("ferry/1")
          .url("https://harbourpost.example/ferry 1?a=b&amp;c")
          .title("=Ferry “strike” enters \"week three\" &amp; more, &lt;b&gt;")
          .originalTitle("Ferry strike: week three")
          .summary("Why it matters: \uD83D\uDEA2.")
          .takeaways("one, two", "- three")
          .body("First.", "Second.\nA line.", "<p>Third</p>")
          .parts(List.of(new Part("By the numbers", "Nine boats."), new Part("", "x: y")))
          .authors("Zoë Lindqvist", "Lee, Ann")
          .source(new Source("Harbour Post", "harbourpost.example"))
          .section("World")
          .tags("ferries", "strikes; more")
          .published(Published.on(LocalDate.of(2026, 9, 14)))
          .updated(Instant.parse("2026-09-15T06:30:00.123Z"))
          .language("pt-br")
          .status(new Status.Embargoed(Instant.parse("2026-09-14T06:00:00Z")))
          .metadata(new LinkedHashMap<>(Map.of("edition", "late", "count", "3")))
          .build();

  @TempDir private Path folder;

  @BeforeEach
  void index() throws IOException {
    write("index", FERRY, bridge(), Article.builder().id("old").title("+1 for the bridge").build());
  }

  private static Article bridge() {
    return Article.builder()
        .id("bridge")
        .title("The bridge opens")
        .body("Lorries may use it. ".repeat(2_000).strip())
        .published(Instant.parse("2026-11-02T08:00:00.5Z"))
        .build();
  }

  private void write(String index, Article... articles) throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder.resolve(index))) {
      for (Article article : articles) {
        writer.add(article);
      }
    }
  }

  private Session export(String... arguments) {
    List<String> all = new ArrayList<>(List.of("export", "--index", path("index")));
    all.addAll(Arrays.asList(arguments));
    return Session.of(all.toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static List<String> ids(String ndjson) {
    return ndjson
        .lines()
        .map(line -> JsonMapper.shared().readTree(line).path("id").asString("none"))
        .toList();
  }

  @Test
  void writesAnArticleALineNewestFirstAndHowManyThereWere() {
    Session session = export();

    assertEquals(0, session.code());
    assertEquals(List.of("bridge", "ferry/1", "old", "none"), ids(session.out()));
    assertTrue(session.out().endsWith("\n{\"count\":3}\n"), session.out());
    assertEquals("3 articles exported\n", session.err());
  }

  @Test
  void writesWhatAQueryFindsWithTheOptionsOfASearch() {
    assertEquals(
        List.of("bridge", "old", "none"),
        ids(export("bridge", "-ferry", "--order-by", "oldest").out()));
    assertEquals(List.of("ferry/1", "none"), ids(export("--source", "Harbour Post").out()));
    assertEquals(List.of("bridge", "old", "none"), ids(export("bridge", "-half").out()));
    assertEquals(List.of("old", "none"), ids(export("bridge", "--", "-lorries", "-page").out()));
  }

  @Test
  void whatItWroteIsIndexedAgainWithoutLoss() throws IOException {
    assertEquals(0, export("--output", path("all.ndjson")).code());

    Session again = Session.of("index", path("all.ndjson"), "--index", path("again"));

    assertEquals(0, again.code(), again.err());
    try (ArticleIndex one = Dateline.open(folder.resolve("index"));
        ArticleIndex other = Dateline.open(folder.resolve("again"))) {
      for (String id : List.of("ferry/1", "bridge", "old")) {
        Article before = one.find(id).orElseThrow();
        Article after = other.find(id).orElseThrow();
        assertEquals(before, after.with().provenance(before.provenance()).build());
      }
    }
    String first = export().out();
    Session second = Session.of("export", "--index", path("again"));
    assertEquals(first, second.out());
  }

  @Test
  void anExportOfNothingIsIndexedTooAndSaysWhatMayHaveBeenMeant() throws IOException {
    Session none = export("ferry", "bridge", "--output", path("none.ndjson"));

    assertEquals(0, none.code());
    assertEquals("{\"count\":0}\n", Files.readString(folder.resolve("none.ndjson")));
    assertTrue(none.err().startsWith("No article has all of these words; --match any"), none.err());
    assertEquals(0, Session.of("index", path("none.ndjson"), "--index", path("again")).code());
    assertEquals(4, ids(export("ferry", "bridge", "--match", "any").out()).size());
  }

  @Test
  void aTableIsReadBySpreadsheetsAndRunsNothing() throws IOException {
    assertEquals(0, export("--output", path("all.csv"), "--fields", "body,parts,tags").code());

    String table = Files.readString(folder.resolve("all.csv"));
    assertTrue(table.startsWith("\uFEFFid,url,"), table);
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(table.substring(1))) {
      rows = reader.stream().toList();
    }
    assertEquals(3, rows.size());
    assertEquals("'" + FERRY.title(), rows.get(1).getField("title"));
    assertEquals("'+1 for the bridge", rows.get(2).getField("title"));
    assertEquals("Zoë Lindqvist; Lee, Ann", rows.get(1).getField("authors"));
    assertEquals(String.join("\n\n", FERRY.body()), rows.get(1).getField("body"));
    assertEquals("2026-09-14", rows.get(1).getField("publishedAt"));
    assertEquals("", rows.get(2).getField("publishedAt"));
    assertFalse(export("--format", "csv").out().contains("Second."));
  }

  @Test
  void aFileIsReplacedWhenAllIsWritten() throws IOException {
    Path file = folder.resolve("out.ndjson");
    Files.writeString(file, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.ndjson"), file);

    assertEquals(0, export("ferry", "--output", link.toString()).code());

    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(file).endsWith("{\"count\":1}\n"));
    assertFalse(Files.exists(folder.resolve("out.ndjson.part")));
  }

  @Test
  void whatCannotBeWrittenIsSaidToBeSo() {
    Session session = export("--output", path("nowhere/out.ndjson"));

    assertEquals(3, session.code());
    assertTrue(session.err().contains("nowhere/out.ndjson was not written: "), session.err());
    assertEquals(3, Session.of("export", "--index", path("none")).code());
  }

  @Test
  void optionsOfPagesAndFormsThatThereAreNotAreRefused() {
    for (List<String> wrong :
        List.of(
            List.of("--page-size", "5"),
            List.of("--facets", "source"),
            List.of("--cursor", "x"),
            List.of("--format", "xml"),
            List.of("--order-by", "newset"))) {
      Session session = export(wrong.toArray(String[]::new));
      assertEquals(2, session.code(), wrong.toString());
      assertEquals("", session.out());
    }
  }
}
