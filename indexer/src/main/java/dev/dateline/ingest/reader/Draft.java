package dev.dateline.ingest.reader;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Site;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article in the making, of a document that names its parts. Each text comes with its rule: the
 * name that the document has for it. A blank text is none. Of what an article has but once, the
 * first counts that can be used, so that who has several names for it tries the best first. Not
 * safe for use by several threads.
 */
public final class Draft {

  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

  private final Trail trail = new Trail();
  private final SequencedMap<String, String> single = new LinkedHashMap<>();
  private final SequencedMap<String, Set<String>> facts = new LinkedHashMap<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private final Set<String> tags = new LinkedHashSet<>();
  private final Wording wording = new Wording(trail);
  private final Timing timing;
  private @Nullable String authorsRule;

  public Draft(Dates dates) {
    timing = new Timing(dates, trail);
  }

  /** Takes a text into a part of an article: {@code Draft::title}. */
  @FunctionalInterface
  public interface Setter {
    void set(Draft draft, String text, String rule);
  }

  /** Keeps texts as a further fact, those of one name in a row. */
  public static Setter fact(String name) {
    return (draft, text, rule) -> {
      String line = draft.trail.line(text);
      if (!line.isEmpty()) {
        draft.facts.computeIfAbsent(name, first -> new LinkedHashSet<>()).add(line);
      }
    };
  }

  /** What is to be said of the way to the article. */
  public Trail trail() {
    return trail;
  }

  /** What it is known by: an address of the web is its url, any other its id. */
  public void identity(String text, String rule) {
    url(text, rule);
    if (!WEB.matcher(text.strip()).matches()) {
      single("id", text.strip(), rule);
    }
  }

  /** Where it can be read; what is no address of the web is none. */
  public void url(String text, String rule) {
    if (WEB.matcher(text.strip()).matches()) {
      single("url", text.strip(), rule);
    }
  }

  public void title(String text, String rule) {
    wording.title(text, rule);
  }

  /** The headline, or another wording of it where there is one. */
  public void originalTitle(String text, String rule) {
    wording.originalTitle(text, rule);
  }

  /** What it is about, with or without markup. */
  public void summary(String text, String rule) {
    wording.summary(text, rule);
  }

  /** What it is about, or a part with a label of its own where that has been said. */
  public void summaryOrPart(String text, String label, String rule) {
    wording.summaryOrPart(text, label, rule);
  }

  /** Its text, paragraph by paragraph. */
  public void body(List<String> paragraphs, String rule) {
    wording.body(paragraphs, rule);
  }

  /** The names in a byline. */
  public void byline(String text, String rule) {
    Bylines.names(trail.line(text)).forEach(name -> author(name, rule));
  }

  /** One of the authors, all of whom are taken from one place. */
  public void author(String name, String rule) {
    String line = trail.line(name);
    if (!line.isEmpty() && (authorsRule == null || authorsRule.equals(rule))) {
      authors.add(line);
      authorsRule = rule;
      trail.rule("authors", rule);
    }
  }

  public void tag(String text, String rule) {
    String line = trail.line(text);
    if (!line.isEmpty() && tags.add(line)) {
      trail.rule("tags", rule);
    }
  }

  /** The name of who published it. */
  public void source(String text, String rule) {
    single("source", trail.line(text), rule);
  }

  /** An address at the site of who published it. */
  public void site(String text, String rule) {
    String host = WEB.matcher(text.strip()).matches() ? Site.host(text) : null;
    if (host != null) {
      single("domain", host, rule);
    }
  }

  public void section(String text, String rule) {
    single("section", trail.line(text), rule);
  }

  public void language(String text, String rule) {
    String tag = Languages.tag(text);
    if (tag != null) {
      single("language", tag, rule);
    } else if (!text.isBlank()) {
      trail.note("language: " + Languages.notATag(text));
    }
  }

  public void published(String text, String rule) {
    timing.published(text, rule);
  }

  public void updated(String text, String rule) {
    timing.updated(text, rule);
  }

  /** When it may be found first. */
  public void embargo(String text, String rule) {
    timing.embargo(text, rule);
  }

  /** When it is released, which is an embargo if it was published before. */
  public void release(String text, String rule) {
    timing.release(text, rule);
  }

  /**
   * Whether it may be found: {@code usable}, {@code embargoed}, {@code withheld}, {@code canceled}.
   */
  public void status(String text, String rule) {
    timing.status(text, rule);
  }

  /**
   * Makes the article; call once. A document without a text is passed over, unless it withdraws an
   * article: wires carry pictures and data too.
   *
   * @param file the file that holds it, or null if it was not in one
   * @param where its place in the file
   */
  public Outcome outcome(@Nullable String file, String where, String format) {
    String name = file == null ? "" : file;
    Status status = timing.status();
    if (status == null) {
      // The article must not come out before its time, whatever that is.
      return new Outcome.Malformed(name, where, "its embargo is not understood as a date", format);
    }
    if (wording.isEmpty() && !status.equals(Status.WITHDRAWN)) {
      String what = where.isEmpty() ? "it" : where;
      return new Outcome.PassedOver(name, what + " has neither a headline nor a text");
    }
    String url = single.get("url");
    String id = single.get("id");
    SequencedMap<String, String> metadata = timing.notBelieved();
    if (url != null && id != null) {
      metadata.put("id", id);
      id = null;
    }
    facts.forEach((fact, texts) -> metadata.putIfAbsent(fact, String.join(", ", texts)));
    ArticleBuilder article =
        Article.builder()
            .id(id)
            .url(url)
            .authors(List.copyOf(authors))
            .source(source())
            .section(single.get("section"))
            .tags(List.copyOf(tags))
            .published(timing.published())
            .updated(timing.updated())
            .language(single.get("language"))
            .status(status)
            .metadata(metadata);
    wording.addTo(article);
    Outcome outcome =
        Outcomes.of(article.provenance(trail.provenance(file, format)), id, name, where);
    return outcome instanceof Outcome.Malformed failure ? failure.in(format) : outcome;
  }

  private @Nullable Source source() {
    String name = single.get("source");
    String domain = single.get("domain");
    return name == null && domain == null ? null : new Source(name, domain);
  }

  private void single(String field, String text, String rule) {
    if (!text.isEmpty() && single.putIfAbsent(field, trail.clean(text)) == null) {
      trail.rule(field.equals("domain") ? "source" : field, rule);
    }
  }
}
