package dev.dateline.ingest.html;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.ingest.reader.BlockText;
import dev.dateline.ingest.reader.Bylines;
import dev.dateline.ingest.reader.DatedPath;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Delivery;
import dev.dateline.ingest.reader.Languages;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.StoryProfile;
import dev.dateline.ingest.reader.Trail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The making of an article from a web page: its facts by rank, and its text. */
final class HtmlArticle {

  static final String FORMAT = "html";

  private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/\\s]+\\S*");

  private final Page page;
  private final Delivery delivery;
  private final Dates dates;
  private final Trail trail = new Trail();
  private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
  private @Nullable String language;

  private HtmlArticle(Page page, Delivery delivery, Dates dates) {
    this.page = page;
    this.delivery = delivery;
    this.dates = dates;
  }

  /**
   * Makes an article of a page, or says why there is none.
   *
   * @param html the page as bytes
   * @param delivery what is known of it besides
   * @param file the file that it stands in
   * @param where its place in the file
   */
  static Outcome read(
      byte[] html,
      Delivery delivery,
      Dates dates,
      StoryProfile profile,
      String file,
      String where) {
    Page page = Page.parse(html, delivery.charset());
    return page == null
        ? new Outcome.Malformed(file, where, "it has too many tags to be a page")
        : new HtmlArticle(page, delivery, dates).outcome(profile, file, where);
  }

  private Outcome outcome(StoryProfile profile, String file, String where) {
    ArticleBuilder article = Article.builder();
    delivery.metadata().forEach((key, value) -> metadata.put(key, trail.clean(value)));
    Fact headline = page.headline();
    if (headline != null) {
      trail.rule("title", headline.rule());
      article.title(trail.clean(headline.value()));
    }
    PageText text = page.text(line -> isOfTheWhole(profile.label(line)));
    BlockText fields = new BlockText(profile, trail);
    if (text.standfirst() != null) {
      fields.summary(text.standfirst());
      trail.rule("summary", "text under the headline");
    }
    fields.addTo(article, text.blocks(), text.rule());
    text.cuts().forEach(cut -> trail.drop(trail.clean(cut.text()), cut.rule()));
    language = language();
    Published updated = date(Property.UPDATED, "updated", List.of());
    article
        .url(url())
        .authors(authors())
        .source(source())
        .section(first(Property.SECTION, "section"))
        .tags(tags())
        .published(date(Property.PUBLISHED, "published", dateInName(file)))
        .updated(updated == null ? null : updated.at())
        .language(language)
        .metadata(metadata);
    return Outcomes.of(article.provenance(trail.provenance(file, FORMAT)), null, file, where);
  }

  private static boolean isOfTheWhole(StoryProfile.@Nullable LabelLine label) {
    return label != null && label.text().isEmpty() && label.isOfTheWhole();
  }

  private @Nullable String first(Property property, String field) {
    for (Fact fact : page.facts(property)) {
      trail.rule(field, fact.rule());
      return trail.clean(fact.value());
    }
    return null;
  }

  private @Nullable String url() {
    for (Fact fact : page.facts(Property.URL)) {
      if (ABSOLUTE.matcher(fact.value()).matches()) {
        trail.rule("url", fact.rule());
        return trail.clean(fact.value());
      }
    }
    String address = delivery.address();
    if (address == null || !ABSOLUTE.matcher(address).matches()) {
      return null;
    }
    trail.rule("url", "the address that it was found at");
    return trail.clean(address);
  }

  private @Nullable Source source() {
    String name = first(Property.SITE, "source");
    return name == null ? null : new Source(name, null);
  }

  /** The date of the best source whose date is understood and believed; the others are noted. */
  private @Nullable Published date(Property property, String field, List<Fact> last) {
    List<Fact> facts = new ArrayList<>(page.facts(property));
    facts.addAll(last);
    for (Fact fact : facts) {
      Dates.Reading reading = dates.readPast(fact.value(), language);
      if (reading.note() != null) {
        trail.note(field + ": " + reading.note());
      }
      if (reading.date() != null) {
        trail.rule(field, fact.rule());
        return reading.date();
      }
    }
    if (!facts.isEmpty()) {
      metadata.put(field + ".raw", trail.clean(facts.getFirst().value()));
    }
    return null;
  }

  private static List<Fact> dateInName(String file) {
    String date = DatedPath.inFileName(file);
    return date == null ? List.of() : List.of(new Fact(date, "file name"));
  }

  private @Nullable String language() {
    for (Fact fact : page.facts(Property.LANGUAGE)) {
      String tag = Languages.tag(fact.value());
      if (tag != null) {
        trail.rule("language", fact.rule());
        return tag;
      }
    }
    return null;
  }

  /** The names of the best source that gives any. */
  private List<String> authors() {
    Set<String> names = new LinkedHashSet<>();
    String rule = null;
    for (Fact fact : page.facts(Property.AUTHOR)) {
      if (rule != null && !rule.equals(fact.rule())) {
        break;
      }
      for (String name : Bylines.names(fact.value())) {
        names.add(trail.clean(name));
        rule = fact.rule();
      }
      if (rule != null && rule.startsWith("element")) {
        // Further elements are often the authors of other articles that the page links to.
        break;
      }
    }
    if (rule != null) {
      trail.rule("authors", rule);
    }
    return List.copyOf(names);
  }

  private List<String> tags() {
    Set<String> tags = new LinkedHashSet<>();
    String rule = null;
    for (Fact fact : page.facts(Property.TAG)) {
      if (rule != null && !rule.equals(fact.rule())) {
        break;
      }
      rule = fact.rule();
      for (String tag : fact.value().split("[,;]", -1)) {
        if (!tag.isBlank()) {
          tags.add(trail.clean(tag));
        }
      }
    }
    if (rule != null) {
      trail.rule("tags", rule);
    }
    return new ArrayList<>(tags);
  }
}
