package dev.dateline.ingest.archive;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Source;
import dev.dateline.ingest.reader.Bylines;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.MarkupText;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcome.Malformed;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.Trail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A document of TREC, as AP, AQUAINT, FBIS, the Financial Times, the Los Angeles Times, the Wall
 * Street Journal and others are written in. It is SGML without its rules: elements may have no end.
 */
final class TrecDocument {

  static final String FORMAT = "trec";

  private static final List<String> IDS = List.of("docno", "docid");
  private static final List<String> TITLES =
      List.of("headline", "hl", "ti", "title", "doctitle", "head");
  private static final List<String> DATE_NAMES = List.of("date_time", "date", "date1", "dd");
  private static final List<String> BYLINES = List.of("byline", "author");
  private static final List<String> SOURCES = List.of("source", "pub", "so");
  private static final List<String> SECTIONS = List.of("section");
  private static final List<String> TEXTS = List.of("lp", "leadpara", "text");

  /** Entities of the corpora that are not in HTML. */
  private static final Map<String, String> ENTITIES = Map.of("&hyph;", "-", "&blank;", " ");

  /** Deeper elements are those that have no end: they are read as if they were less deep. */
  private static final int DEEPEST = 64;

  /** An empty line, or one that is set in, begins a paragraph of plain text. */
  private static final Pattern PARAGRAPH = Pattern.compile("\\n(?:[ \\t]*\\n|[ \\t]{2,}(?=\\S))");

  private static final Pattern JOB =
      Pattern.compile(
          "(?<![,;\\s])[,;\\s]++(?:the\\s++)?(?:associated press|times|staff|ap|special)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** A longer fact is a text, and a longer name is none. */
  private static final int LONGEST_FACT = 500;

  private final Document document;
  private final Trail trail = new Trail();
  private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

  private TrecDocument(Document document) {
    this.document = document;
  }

  /**
   * Makes an article of a document.
   *
   * @param sgml the document from {@code <DOC>} on
   * @param ended whether it ended by {@code </DOC>}
   */
  static Outcome read(String sgml, boolean ended, Dates dates, String file, String where) {
    if (sgml.chars().filter(c -> c == '<').count() > Limits.ELEMENTS) {
      return new Malformed(file, where, Limits.TOO_MANY_ELEMENTS);
    }
    String marked = PARAGRAPH.matcher(sgml).replaceAll("\n<br/><br/>");
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      marked = marked.replace(entity.getKey(), entity.getValue());
    }
    Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(DEEPEST);
    TrecDocument document = new TrecDocument(parser.parseInput(marked, ""));
    if (!ended) {
      document.trail.note("it has no end: the next document begins before it");
    }
    return document.outcome(dates, file, where);
  }

  private Outcome outcome(Dates dates, String file, String where) {
    String id = id();
    ArticleBuilder article =
        Article.builder()
            .id(id)
            .title(text("title", take(TITLES)))
            .authors(authors())
            .source(source())
            .section(text("section", take(SECTIONS)));
    Element date = take(DATE_NAMES);
    article
        .published(
            TrecDate.read(date == null ? "" : date.text().strip(), id, dates, trail, metadata))
        .body(body());
    addFacts();
    article.metadata(metadata);
    return Outcomes.of(article.provenance(trail.provenance(file, FORMAT)), id, file, where);
  }

  private @Nullable String id() {
    String id = text("id", take(IDS));
    Element root = document.selectFirst("doc[id]");
    if (id != null || root == null || root.attr("id").isBlank()) {
      return id;
    }
    trail.rule("id", "attribute id");
    return trail.clean(root.attr("id"));
  }

  /** The first element that has one of the names, by their order, and a text; it is taken out. */
  private @Nullable Element take(List<String> names) {
    for (String name : names) {
      for (Element element : document.getElementsByTag(name)) {
        if (element.hasText()) {
          element.remove();
          return element;
        }
      }
    }
    return null;
  }

  /** The text of the element for a field, or null if there is none. */
  private @Nullable String text(String field, @Nullable Element element) {
    if (element == null) {
      return null;
    }
    trail.rule(field, "element " + element.normalName());
    return trail.clean(element.text());
  }

  private List<String> authors() {
    Element byline = take(BYLINES);
    if (byline == null) {
      return List.of();
    }
    List<String> names = Bylines.names(JOB.matcher(trail.clean(byline.text())).replaceFirst(""));
    if (!names.isEmpty()) {
      trail.rule("authors", "element " + byline.normalName());
    }
    return names;
  }

  private @Nullable Source source() {
    String name = text("source", take(SOURCES));
    return name == null ? null : new Source(name, null);
  }

  private List<String> body() {
    List<String> paragraphs = new ArrayList<>();
    for (String name : TEXTS) {
      for (Element text : document.getElementsByTag(name)) {
        if (text.parents().stream().noneMatch(parent -> parent.nameIs(name))) {
          for (String paragraph : MarkupText.paragraphs(text)) {
            paragraphs.add(trail.clean(paragraph.replace('\n', ' ')));
          }
          trail.rule("body", "element " + name);
          text.remove();
        }
      }
    }
    return paragraphs;
  }

  /** What is left and is short is kept as it is called. */
  private void addFacts() {
    for (Element element : document.getAllElements()) {
      Element named = element.nameIs("p") ? element.parent() : element;
      String text = element.ownText();
      if (named != null && named.parent() != null && !named.nameIs("doc") && !text.isBlank()) {
        String fact = trail.clean(element.text());
        String name = trail.clean(named.normalName());
        if (fact.length() <= LONGEST_FACT && name.length() <= LONGEST_FACT) {
          metadata.putIfAbsent(name, fact);
        }
      }
    }
  }
}
