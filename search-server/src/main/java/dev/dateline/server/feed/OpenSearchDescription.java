package dev.dateline.server.feed;

/**
 * Tells browsers and feed readers how to search here (OpenSearch 1.1, draft 6): what they offer to
 * add as a search engine.
 */
public final class OpenSearchDescription {

  /** What the description is called in HTTP. */
  public static final String MEDIA_TYPE = "application/opensearchdescription+xml";

  private OpenSearchDescription() {}

  /**
   * The description as UTF-8 bytes.
   *
   * @param origin the start of this server's addresses
   */
  public static byte[] write(String origin) {
    Xml xml = new Xml();
    xml.open("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/")
        .element("ShortName", "Dateline") // at most 16 characters
        .element("Description", "Search the news")
        .element("InputEncoding", "UTF-8")
        .element("OutputEncoding", "UTF-8");
    url(xml, "text/html", "results", origin + "/?q={searchTerms}&page={startPage?}");
    for (FeedFormat format : new FeedFormat[] {FeedFormat.RSS, FeedFormat.ATOM}) {
      url(
          xml,
          format.mediaType(),
          "results",
          origin + "/v1/search?q={searchTerms}&page={startPage?}&format=" + format.text());
    }
    url(
        xml,
        OpenSearchSuggestions.MEDIA_TYPE,
        "suggestions",
        // Not of titles: the query that finds one is nothing to read.
        origin + "/v1/suggest?q={searchTerms}&kinds=phrase,author,tag,source&format=opensearch");
    url(xml, MEDIA_TYPE, "self", origin + "/opensearch.xml");
    return xml.close().toBytes();
  }

  private static void url(Xml xml, String type, String relation, String template) {
    xml.empty("Url", "type", type, "rel", relation, "template", template);
  }
}
