package dev.dateline.server.page;

import dev.dateline.server.http.ArticleAddress;

/** Addresses that pages lead to. */
final class Links {

  private Links() {}

  /**
   * The page of an article.
   *
   * @param id its id, which may hold any character
   * @param q the query whose words the page marks; blank for none
   */
  static String toArticle(String id, String q) {
    String page = "/article/" + ArticleAddress.segment(id);
    return q.isBlank() ? page : page + "?q=" + ArticleAddress.segment(q);
  }

  /** All that is known of an article, as JSON. */
  static String toJson(String id) {
    return "/v1/articles/" + ArticleAddress.segment(id);
  }
}
