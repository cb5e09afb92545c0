package dev.dateline.server.feed;

import dev.dateline.server.http.ArticleAddress;

/**
 * What feeds and their entries are known by: tag URIs (RFC 4151), which name and lead nowhere. They
 * do not change with the server's address, so that readers know an article again after a move.
 */
public final class FeedId {

  private static final String AUTHORITY = "tag:dateline.dev,2026:";

  private FeedId() {}

  /** Of the article with this id. */
  public static String ofArticle(String id) {
    return AUTHORITY + "article/" + ArticleAddress.segment(id);
  }

  /**
   * Of the feed of a search.
   *
   * @param parameters what was asked, as in an address
   */
  public static String ofSearch(String parameters) {
    return AUTHORITY + "search?" + parameters;
  }
}
