package dev.dateline.ingest.json;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Part;
import dev.dateline.article.Provenance;
import dev.dateline.article.Site;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Field;
import dev.dateline.ingest.reader.Json;
import dev.dateline.ingest.reader.JsonReasons;
import dev.dateline.ingest.reader.Languages;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.Texts;
import dev.dateline.ingest.reader.Trail;
import dev.dateline.json.ArticleJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The making of an article from one JSON object, whatever it calls its fields. Formats that give
 * their facts by such names, as tables and front matter do, make an object of them. Read once.
 */
public final class JsonArticle {

  static final String FORMAT = "json";

  private static final Pattern BY = Pattern.compile("^by\\s+", Pattern.CASE_INSENSITIVE);
  private static final Set<String> WITHDRAWN =
      Set.of("withdrawn", "canceled", "cancelled", "killed");

  private final Dates dates;
  private final Trail trail = new Trail();
  private final JsonFields fields;
  private final SequencedMap<String, String> metadata;

  /** Reads the facts of an object. */
  public JsonArticle(JsonNode object, Dates dates) {
    this.dates = dates;
    fields = new JsonFields(object, trail);
    metadata = fields.metadata();
  }

  /** What becomes of a text that should be one JSON object. */
  public static Outcome parse(String text, Dates dates, @Nullable String file, String where) {
    try {
      return read(Json.MAPPER.readTree(text), dates, file, where);
    } catch (JacksonException e) {
      return new Outcome.Malformed(file == null ? "" : file, where, JsonReasons.of(e));
    }
  }

  /**
   * What becomes of a JSON value, which should be an object.
   *
   * @param file the file that holds it, or null if it was not in one
   * @param where its place in the file
   */
  static Outcome read(JsonNode json, Dates dates, @Nullable String file, String where) {
    String name = file == null ? "" : file;
    if (!json.isObject()) {
      return new Outcome.Malformed(
          name, where, "an object was expected, not " + JsonReasons.kind(json));
    }
    if (json.path("$schema").asString("").contains("json-schema.org/")) {
      return new Outcome.PassedOver(
          name, where + " is a JSON Schema, which only describes articles");
    }
    return NinjsItem.is(json)
        ? NinjsItem.outcome(json, dates, file, where)
        : new JsonArticle(json, dates).outcome(FORMAT, file, where, article -> {});
  }

  /** The field as one text, or null if the object has none. */
  public @Nullable String text(Field field) {
    return fields.text(field);
  }

  /** Takes what is noted while the article is read. */
  public Trail trail() {
    return trail;
  }

  /**
   * What becomes of the object.
   *
   * @param format the format that the article's provenance names
   * @param file the file that holds it, or null if it was not in one
   * @param where its place in the file
   * @param further sets what the object does not say, before the article is built
   */
  public Outcome outcome(
      String format, @Nullable String file, String where, Consumer<ArticleBuilder> further) {
    String name = file == null ? "" : file;
    JsonDates times = new JsonDates(fields, dates, trail, metadata);
    Status.Embargoed embargo = times.embargo();
    if (embargo == null && fields.value(Field.EMBARGOED_UNTIL) != null) {
      // The article must not come out before its time, whatever that is.
      return new Outcome.Malformed(name, where, "its embargo is not understood as a date");
    }
    String id = fields.text(Field.ID);
    ArticleBuilder article =
        Article.builder()
            .id(id)
            .url(fields.text(Field.URL))
            .title(fields.text(Field.TITLE))
            .originalTitle(fields.text(Field.ORIGINAL_TITLE))
            .summary(fields.text(Field.SUMMARY))
            .takeaways(takeaways())
            .body(fields.texts(Field.BODY, Texts::paragraphs))
            .parts(parts())
            .authors(authors())
            .source(source())
            .section(fields.text(Field.SECTION))
            .tags(fields.texts(Field.TAGS, tags -> List.of(tags.split(","))))
            .published(times.published())
            .updated(times.updated())
            .language(language())
            .status(status(embargo))
            .metadata(metadata);
    further.accept(article);
    return Outcomes.of(article.provenance(provenance(file, format)), id, name, where);
  }

  private List<String> takeaways() {
    return fields.texts(Field.TAKEAWAYS, text -> text.lines().toList()).stream()
        .map(text -> fields.isOwn() ? text : Texts.withoutBullet(text))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private List<String> authors() {
    return fields.texts(Field.AUTHORS, List::of).stream()
        .map(author -> fields.isOwn() ? author : BY.matcher(author).replaceFirst(""))
        .toList();
  }

  private List<Part> parts() {
    JsonNode value = fields.value(Field.PARTS);
    List<Part> parts = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(part -> addTo(parts, part));
    }
    if (parts.isEmpty()) {
      fields.unused(Field.PARTS, "a list of {label, text} was");
    } else {
      fields.used(Field.PARTS);
    }
    return parts;
  }

  private void addTo(List<Part> parts, JsonNode part) {
    String label = fields.text(part.path("label"));
    String text = fields.text(part.path("text"));
    if (text != null && !text.isEmpty()) {
      parts.add(new Part(label == null ? "" : label, text));
    } else {
      trail.note("an element of \"parts\" without a text is left out");
    }
  }

  private @Nullable Source source() {
    JsonNode value = fields.value(Field.SOURCE);
    if (value == null || !value.isObject()) {
      String name = fields.text(Field.SOURCE);
      return name == null ? null : new Source(name, null);
    }
    String name = fields.text(value.path("name"));
    String domain = fields.text(value.path("domain"));
    String url = fields.text(value.path("url"));
    String address = domain == null ? url : domain;
    String host = address == null ? null : Site.host(address);
    if (name == null && host == null) {
      fields.unused(Field.SOURCE, "a name or a domain was");
      return null;
    }
    fields.used(Field.SOURCE);
    return new Source(name, host);
  }

  private @Nullable String language() {
    String text = fields.unreadText(Field.LANGUAGE);
    if (text == null) {
      return null;
    }
    String tag = Languages.tag(text);
    if (tag != null) {
      fields.used(Field.LANGUAGE);
      return tag;
    }
    trail.note("language: " + Languages.notATag(text));
    metadata.put("language.raw", text);
    return null;
  }

  private Status status(Status.@Nullable Embargoed embargo) {
    if (isWithdrawn()) {
      return Status.WITHDRAWN;
    }
    return embargo == null ? Status.USABLE : embargo;
  }

  private boolean isWithdrawn() {
    String status = fields.text(Field.STATUS);
    if (status == null || WITHDRAWN.contains(status.toLowerCase(Locale.ROOT))) {
      return status != null;
    }
    if (!status.equalsIgnoreCase("usable")) {
      metadata.putIfAbsent("status", status);
    }
    return false;
  }

  /** What Dateline itself wrote down when it first read the article goes before this reading. */
  private Provenance provenance(@Nullable String file, String format) {
    JsonNode own = fields.value(Field.PROVENANCE);
    Provenance earlier = own == null ? Provenance.NONE : ArticleJson.provenance(own);
    return earlier.equals(Provenance.NONE)
        ? trail.provenance(file, format)
        : trail.addedTo(earlier);
  }
}
