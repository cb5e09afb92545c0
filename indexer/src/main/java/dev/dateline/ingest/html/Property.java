package dev.dateline.ingest.html;

import java.util.List;

/**
 * What a page says of its article, and where it says so: the sources of each fact, the best first.
 * This is the one place that orders them.
 *
 * <ul>
 *   <li>{@code json-ld name}: a property of the schema.org article in the page, see {@link JsonLd}
 *   <li>{@code meta name}: a {@code meta} element with this name, property or itemprop
 *   <li>{@code element selector}: the {@code datetime}, {@code content}, {@code href} or else the
 *       text of what the selector finds
 *   <li>{@code attribute name}: an attribute of the {@code html} element
 *   <li>{@code headline dates}: the text of elements near the headline whose classes speak of a
 *       date
 *   <li>{@code url}: the date in the page's own address
 * </ul>
 */
enum Property {
  URL("element link[rel=canonical]", "meta og:url", "json-ld url", "json-ld mainEntityOfPage"),
  TITLE(
      "json-ld headline",
      "meta dc.title",
      "meta dcterms.title",
      "meta og:title",
      "meta weibo:article:title",
      "meta weibo:webpage:title",
      "meta parsely-title",
      "meta citation_title",
      "meta twitter:title",
      "meta title",
      "json-ld name",
      "element [itemprop=headline]",
      "element head > title",
      "element h1"),
  DESCRIPTION(
      "json-ld description",
      "meta og:description",
      "meta description",
      "meta twitter:description",
      "meta dc.description",
      "json-ld alternativeHeadline"),
  AUTHOR(
      "json-ld author",
      "meta parsely-author",
      "meta article:author",
      "meta author",
      "meta byl",
      "meta dc.creator",
      "meta citation_author",
      "meta sailthru.author",
      "element [itemprop=author] [itemprop=name]",
      "element [itemprop=author]",
      "element a[rel=author]",
      "element .byline a, .author a"),
  SITE(
      "meta og:site_name",
      "json-ld publisher",
      "meta application-name",
      "meta dc.publisher",
      "meta citation_journal_title"),
  SECTION(
      "json-ld articleSection",
      "meta article:section",
      "meta parsely-section",
      "meta section",
      "meta cxenseparse:section"),
  TAG(
      "json-ld keywords",
      "meta article:tag",
      "meta parsely-tags",
      "meta news_keywords",
      "meta keywords",
      "meta sailthru.tags"),
  PUBLISHED(
      "json-ld datePublished",
      "meta article:published_time",
      "meta parsely-pub-date",
      "meta og:published_time",
      "meta datepublished",
      "meta dc.date.issued",
      "meta dcterms.issued",
      "meta dc.date",
      "meta citation_publication_date",
      "meta citation_date",
      "meta sailthru.date",
      "meta pubdate",
      "meta publishdate",
      "meta publish-date",
      "meta publication_date",
      "meta cxenseparse:recs:publishtime",
      "meta date",
      "element [itemprop=datePublished]",
      "element time[pubdate]",
      "element article header time[datetime]",
      "element article time[datetime]",
      "element time[datetime]",
      "json-ld dateCreated",
      "element .published, .dt-published, .entry-date, .post-date, .article-date, .pubdate",
      "headline dates",
      "url"),
  UPDATED(
      "json-ld dateModified",
      "meta article:modified_time",
      "meta og:updated_time",
      "meta dc.date.modified",
      "meta dcterms.modified",
      "meta lastmod",
      "element [itemprop=dateModified]"),
  LANGUAGE(
      "attribute lang",
      "attribute xml:lang",
      "json-ld inLanguage",
      "meta og:locale",
      "meta content-language",
      "meta dc.language");

  @SuppressWarnings("ImmutableEnumChecker") // List.of() gives an immutable list
  private final List<String> sources;

  Property(String... sources) {
    this.sources = List.of(sources);
  }

  List<String> sources() {
    return sources;
  }
}
