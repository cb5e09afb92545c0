package dev.dateline.ingest.mail;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Published;
import dev.dateline.article.Site;
import dev.dateline.article.Source;
import dev.dateline.ingest.html.Page;
import dev.dateline.ingest.reader.Block;
import dev.dateline.ingest.reader.BlockText;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Languages;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.StoryProfile;
import dev.dateline.ingest.reader.Trail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The making of an article from a newsletter: who sent it is its source. */
final class MailArticle {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\s*\"?(?<name>[^<>\"]{0,300}?)\"?\\s*<?[^<>\\s@]{1,200}@(?<domain>[\\w.-]{1,253})>?.*");

  private static final Pattern ID = Pattern.compile("<?(?<id>[^<>\\s]{1,500})>?");
  private static final Pattern PAGE = Pattern.compile("<?(?<url>https?://[^<>\\s]+)>?");

  /** What is kept of the other headers: none of them says to whom the mail was sent. */
  private static final List<String> KEPT = List.of("list-id", "list-archive");

  private final MailParts mail;
  private final Dates dates;
  private final Trail trail = new Trail();
  private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

  MailArticle(MailParts mail, Dates dates) {
    this.mail = mail;
    this.dates = dates;
  }

  /** Makes the article. Call once. */
  Outcome read(StoryProfile profile, String file, String where) {
    for (String name : KEPT) {
      String value = mail.header(name);
      if (value != null) {
        metadata.put(name, trail.clean(value));
      }
    }
    String id = matched("id", "message-id", ID);
    ArticleBuilder article =
        Article.builder()
            .id(id)
            .url(matched("url", "archived-at", PAGE))
            .title(header("title", "subject"))
            .source(source())
            .published(published())
            .language(language());
    List<Block> blocks = blocks();
    if (blocks == null) {
      return new Outcome.Malformed(file, where, "its page has too many tags");
    }
    new BlockText(profile, trail)
        .addTo(
            article,
            Footer.dropFrom(blocks, trail),
            mail.html().isBlank() ? "plain text" : "all text of the page in it");
    article.metadata(metadata).provenance(trail.provenance(file, MailReader.FORMAT));
    return Outcomes.of(article, id, file, where);
  }

  private @Nullable List<Block> blocks() {
    if (mail.html().isBlank()) {
      return PlainBlocks.of(mail.plain());
    }
    Page page = Page.parse(mail.html());
    return page == null ? null : page.allText();
  }

  private @Nullable String header(String field, String name) {
    String value = mail.header(name);
    if (value == null || value.isBlank()) {
      return null;
    }
    trail.rule(field, "header " + name);
    return trail.clean(value);
  }

  /** The part of a header that the group of the field's name matches. */
  private @Nullable String matched(String field, String name, Pattern pattern) {
    String value = mail.header(name);
    Matcher matcher = pattern.matcher(value == null ? "" : value.strip());
    if (!matcher.matches()) {
      return null;
    }
    trail.rule(field, "header " + name);
    return trail.clean(matcher.group(field));
  }

  private @Nullable Source source() {
    String from = mail.header("from");
    Matcher address = ADDRESS.matcher(from == null ? "" : from);
    if (!address.matches()) {
      return null;
    }
    String name = trail.clean(address.group("name"));
    String domain = Site.host(address.group("domain"));
    if (name.isEmpty() && domain == null) {
      return null;
    }
    trail.rule("source", "header from");
    return new Source(name.isEmpty() ? null : name, domain);
  }

  private @Nullable Published published() {
    String date = mail.header("date");
    if (date == null) {
      return null;
    }
    Dates.Reading reading = dates.readPast(date);
    if (reading.note() != null) {
      trail.note("published: " + reading.note());
    }
    if (reading.date() == null) {
      metadata.put("published.raw", trail.clean(date));
    } else {
      trail.rule("published", "header date");
    }
    return reading.date();
  }

  private @Nullable String language() {
    String header = mail.header("content-language");
    String tag = header == null ? null : Languages.tag(header.replaceFirst(",.*", ""));
    if (tag != null) {
      trail.rule("language", "header content-language");
    }
    return tag;
  }
}
