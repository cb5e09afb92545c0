package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Markdown file is read as the site generator that it was written for reads it. */
class MarkdownTest {

  private static Article read(String text) throws IOException {
    return Reads.article("ferry.md", text);
  }

  private static List<String> summary(String name, String text) throws IOException {
    return Reads.summary(Reads.outcomes(name, text));
  }

  @Test
  void theFrontMatterGivesTheFactsAndTheRestTheText(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ferry.md"),
            """
            ---
            # how the site shows it
            title: "Night ferry returns: at last"
            date: 2026-05-01 10:00:00 -0500
            lastmod: 2026-05-02
            description: The crossing opens again.
            authors: [Zoë Lindqvist, {name: Ben Okri}]
            categories: [Travel]
            tags:
              - ferries
              - sea
            url: /news/ferry
            canonical_url: https://harbour.example/ferry
            slug: night-ferry
            weight: 3.10
            draft: false
            ---

            # Night ferry returns: at last

            The *night ferry* sails at [ten](https://harbour.example/times),
            from the `old` quay.

            ![Two ships](ships.jpg)

            - One ship
            - **Two** ships
            """);
    Article article = Reads.article(Reads.outcomes(file).getFirst());
    assertEquals("Night ferry returns: at last", article.title());
    assertEquals(Instant.parse("2026-05-01T15:00:00Z"), article.published().at());
    assertEquals(Instant.parse("2026-05-02T00:00:00Z"), article.updated());
    assertEquals("The crossing opens again.", article.summary());
    assertEquals(List.of("Zoë Lindqvist", "Ben Okri"), article.authors());
    assertEquals("Travel", article.section());
    assertEquals(List.of("ferries", "sea"), article.tags());
    assertEquals("https://harbour.example/ferry", article.url());
    assertEquals("/news/ferry", article.metadata().get("url on the site"));
    assertEquals("night-ferry", article.metadata().get("slug"));
    assertEquals("3.10", article.metadata().get("weight"));
    assertEquals(
        List.of("The night ferry sails at ten, from the old quay.", "One ship", "Two ships"),
        article.body());
    assertEquals("markdown", article.provenance().format());
    assertEquals("description", article.provenance().rules().get("summary"));
    assertEquals("repeat of the title", article.provenance().dropped().getFirst().rule());
  }

  @Test
  void tomlAndJsonAreFrontMatterToo() throws IOException {
    Article toml =
        read(
            """
            +++
            title = 'Ice'
            date = 2026-05-01T10:00:00Z
            [taxonomies]
            tags = ['snow']
            [extra]
            author = 'Ann Lee'
            +++
            It melts.
            """);
    assertEquals("Ice", toml.title());
    assertEquals(Instant.parse("2026-05-01T10:00:00Z"), toml.published().at());
    assertEquals(List.of("snow"), toml.tags());
    assertEquals(List.of("Ann Lee"), toml.authors());
    Article json = read("{\n  \"title\": \"Ice\",\n  \"tags\": [\"snow\"]\n}\n\nIt melts.\n");
    assertEquals("Ice", json.title());
    assertEquals(List.of("It melts."), json.body());
  }

  @Test
  void headersAsPelicanWritesThemNeedNoFence() throws IOException {
    Article article =
        read("Title: Ice: the end\nDate: 2026-05-01 10:20\nTags: a, b\n\nIt melts.\n");
    assertEquals("Ice: the end", article.title());
    assertEquals(List.of("a", "b"), article.tags());
    assertEquals(List.of("It melts."), article.body());
  }

  @Test
  void frontMatterWithATitleIsKnownWithoutTheNameOfTheFile() throws IOException {
    String text = "---\ntitle: Ice\n---\nIt <b>melts</b>.\n";
    for (String name : List.of("ice", "ice.txt", "ice.html", "-")) {
      assertEquals("markdown", Reads.article(name, text).provenance().format(), name);
    }
    assertEquals(List.of("passed over: no known format"), summary("ice.yaml", text));
  }

  @Test
  void aNamedFileThatBeginsWithAHeadingNeedsNoFrontMatter() throws IOException {
    Article article = read("# Ice melts\n\nAll of it.\n");
    assertEquals("Ice melts", article.title());
    assertEquals(List.of("All of it."), article.body());
    assertEquals("Ice melts", read("Ice melts\n===\n\nAll of it.\n").title());
    assertEquals(List.of("passed over: no known format"), summary("ice.md", "Just some text.\n"));
  }

  @Test
  void labelledPartsBecomeFields() throws IOException {
    Article article =
        read(
            """
            ---
            title: Ice
            ---
            **Why it matters:** Ships need it gone.

            The sea is open.

            ## Key takeaways
            * First
            * Second

            ## By the numbers

            Ten, and twenty.

            ## Elsewhere

            Advertisement

            It snows.
            """);
    assertEquals("Ships need it gone.", article.summary());
    assertEquals(List.of("First", "Second"), article.takeaways());
    assertEquals(List.of(new Part("By the numbers", "Ten, and twenty.")), article.parts());
    assertEquals(List.of("The sea is open.", "Elsewhere", "It snows."), article.body());
  }

  @Test
  void shortcodesAreLeftOutAndTold() throws IOException {
    Article article =
        read(
            "---\ntitle: Ice\n---\n{{< figure src=\"a.jpg\" >}}\n\nIt {% include x.html %}melts"
                + " {{ site.time }}.\n{: .wide}\n\n{{% notice %}}Mind the gap.{{% /notice %}}\n");
    assertEquals(List.of("It melts .", "Mind the gap."), article.body());
    assertEquals("shortcode", article.provenance().dropped().getFirst().rule());
    assertEquals(6, article.provenance().dropped().size());
  }

  @Test
  void markupAndTablesAreReadAsText() throws IOException {
    Article article =
        read(
            """
            # Ice

            <div class="box"><p>In a box.</p><script>alert(1)</script></div>

            | Year | Ice |
            |------|-----|
            | 2025 | 7   |

            One<br>two &amp; three <span>four</span>

            ```
            x = 1
            ```
            """);
    assertEquals(
        List.of("In a box.", "Year Ice", "2025 7", "One\ntwo & three four", "x = 1"),
        article.body());
  }

  @Test
  void draftsAndSectionPagesArePassedOver() throws IOException {
    List<String> draft = List.of("passed over: it is a draft");
    assertEquals(draft, summary("a.md", "---\ntitle: T\ndraft: true\n---\nx"));
    assertEquals(draft, summary("a.md", "---\ntitle: T\npublished: false\n---\nx"));
    assertEquals(draft, summary("a.md", "Title: T\nStatus: draft\n\nx"));
    assertEquals(
        List.of("passed over: it is the page of a section, not an article"),
        summary("news/_index.md", "---\ntitle: News\n---\n"));
  }

  @Test
  void theDayInTheNameIsTheDateWhereNoneIsGiven() throws IOException {
    String text = "---\ntitle: Ice\npublished: true\n---\nIt melts.\n";
    Article article = Reads.article("_posts/2019-05-04-ice.md", text);
    assertEquals(Instant.parse("2019-05-04T00:00:00Z"), article.published().at());
    assertEquals("name of the file", article.provenance().rules().get("published"));
  }

  @Test
  void severalCategoriesAreTagsTooAndTheFirstIsTheSection() throws IOException {
    Article article = read("---\ntitle: Ice\ncategories: [Sea, Snow]\ntags: [cold]\n---\nx\n");
    assertEquals("Sea", article.section());
    assertEquals(List.of("Sea", "Snow", "cold"), article.tags());
  }

  @Test
  void whatIsWrongWithTheFrontMatterIsSaid() throws IOException {
    String yaml = summary("a.md", "---\ntitle: Ice: melts\n---\nx").getFirst();
    assertTrue(yaml.startsWith(": its front matter is not valid YAML: "), yaml);
    assertTrue(yaml.endsWith("(line 1 of it)"), yaml);
    String toml = summary("a.md", "+++\ntitle = Ice\n+++\nx").getFirst();
    assertTrue(toml.startsWith(": its front matter is not valid TOML: "), toml);
    assertEquals(
        List.of(": its front matter has no end"), summary("a.md", "---\ntitle: Ice\n\nIt melts."));
    assertEquals(
        List.of(": its front matter is a list, and gives no names"),
        summary("a.md", "---\n- a\n---\nx"));
  }

  @Test
  void anAliasIsNothing() throws IOException {
    Article article = read("---\ntitle: &t Ice\nsummary: *t\n---\nIt melts.\n");
    assertEquals("Ice", article.title());
    assertEquals(null, article.summary());
  }
}
