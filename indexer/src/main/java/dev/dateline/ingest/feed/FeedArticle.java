package dev.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Provenance;
import dev.dateline.article.Published;
import dev.dateline.article.Published.Precision;
import dev.dateline.article.Source;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Languages;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.Trail;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The making of an article from an entry of a feed, whatever the kind of the feed. Each part is
 * given with the rule that set it.
 */
final class FeedArticle {

  /** An address of mail, alone or beside a name. */
  private static final Pattern MAIL =
      Pattern.compile("(?:mailto:)?[^\\s@<>()]{1,200}@[^\\s@<>()]{1,200}");

  private final Dates dates;
  private final Trail trail = new Trail();
  private final ArticleBuilder article = Article.builder();
  private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private final Set<String> tags = new LinkedHashSet<>();
  private @Nullable String url;
  private @Nullable String id;
  private List<String> body = List.of();
  private List<String> summary = List.of();
  private @Nullable Published published;
  private @Nullable Published updated;

  FeedArticle(Dates dates) {
    this.dates = dates;
  }

  /** A part of an entry, and the rule that sets it. */
  record Part(String text, String rule) {}

  void title(Part title) {
    article.title(set("title", title));
  }

  void url(Part link) {
    url = set("url", link);
    article.url(url);
  }

  boolean hasUrl() {
    return url != null;
  }

  /**
   * What the feed knows the entry by, which counts where there is no link.
   *
   * @param feed where the feed's site is: a name that is no URI is known to that feed alone
   */
  void id(Part name, @Nullable String feed) {
    String text = trail.clean(name.text());
    String whole = text.indexOf(':') > 0 || feed == null ? text : feed + " " + text;
    if (url == null && whole.length() <= Article.MAX_ID_LENGTH) {
      id = whole;
      article.id(id);
      trail.rule("id", name.rule());
    }
  }

  /** The full text. */
  void body(List<String> paragraphs, String rule) {
    body = clean(paragraphs);
    trail.rule("body", rule);
  }

  /** What the entry is about; without a full text, several paragraphs are the full text. */
  void summary(List<String> paragraphs, String rule) {
    List<String> text = clean(paragraphs);
    if (body.isEmpty() && text.size() > 1) {
      body(paragraphs, rule + " (of several paragraphs)");
    } else if (text.equals(body)) {
      trail.drop(String.join("\n", text), rule + " says the same as the body");
    } else {
      summary = text;
      trail.rule("summary", rule);
    }
  }

  /** The name of an author; an address of mail beside the name is left out. */
  void author(Part author) {
    String text = trail.clean(author.text());
    Matcher mail = MAIL.matcher(text);
    String name = mail.replaceAll("").replaceAll("[<(]\\s*[>)]", "").strip();
    name = name.replaceAll("^\\(([^()]*)\\)$", "$1").strip();
    String shown = name.isEmpty() ? text : name;
    if (!shown.isEmpty() && authors.add(shown)) {
      trail.rule("authors", author.rule());
    }
  }

  boolean hasAuthor() {
    return !authors.isEmpty();
  }

  void tag(Part tag) {
    String text = trail.clean(tag.text());
    if (!text.isEmpty() && tags.add(text)) {
      trail.rule("tags", tag.rule());
    }
  }

  void source(Part name) {
    String text = set("source", name);
    article.source(text == null ? null : new Source(text, null));
  }

  void language(Part language) {
    String tag = Languages.tag(language.text());
    if (tag != null) {
      article.language(tag);
      trail.rule("language", language.rule());
    } else {
      trail.note("language: " + Languages.notATag(language.text()));
    }
  }

  /** When it was published; does nothing once a date was understood. */
  void published(Part date) {
    if (published == null) {
      published = past("published", date);
      article.published(published);
    }
  }

  void updated(Part date) {
    updated = past("updated", date);
    if (updated != null) {
      if (updated.precision() == Precision.DAY) {
        trail.note("updated: is known to the day, taken as its start in UTC");
      }
      article.updated(updated.at());
    }
  }

  private @Nullable Published past(String field, Part date) {
    Dates.Reading reading = dates.readPast(date.text());
    if (reading.note() != null) {
      trail.note(field + ": " + reading.note());
    }
    if (reading.date() == null) {
      metadata.putIfAbsent(field + ".raw", trail.clean(date.text()));
    } else {
      trail.rule(field, date.rule());
    }
    return reading.date();
  }

  void note(String note) {
    trail.note(note);
  }

  Outcome outcome(String file, String where, String format) {
    article
        .summary(summary.isEmpty() ? null : String.join("\n", summary))
        .body(body)
        .authors(List.copyOf(authors))
        .tags(List.copyOf(tags))
        .metadata(metadata)
        .provenance(trail.provenance(file, format));
    Outcome outcome = Outcomes.of(article, id, file, where);
    return Outcomes.lacksText(outcome) ? withoutText(file, where, format) : outcome;
  }

  /**
   * An entry may be a mere link, or a date: the page that it stands for may come to be known later.
   */
  private Outcome withoutText(String file, String where, String format) {
    Provenance facts = trail.provenance(file, format);
    if (facts.rules().isEmpty()) {
      return new Outcome.PassedOver(file, where + " says nothing that an article has");
    }
    trail.note("there is neither a title nor a text");
    if (url == null && id == null) {
      String all = published + " " + updated + " " + authors + " " + tags;
      article.id(UUID.nameUUIDFromBytes(all.getBytes(UTF_8)).toString());
    }
    return new Outcome.Read(article.provenance(trail.provenance(file, format)).build());
  }

  /** The clean text, or null if nothing is left of it. */
  private @Nullable String set(String field, Part part) {
    String text = trail.clean(part.text());
    if (text.isEmpty()) {
      return null;
    }
    trail.rule(field, part.rule());
    return text;
  }

  private List<String> clean(List<String> paragraphs) {
    return paragraphs.stream().map(trail::clean).filter(text -> !text.isEmpty()).toList();
  }
}
