package dev.dateline.server.compat;

import dev.dateline.index.ArticleIndex;
import dev.dateline.server.http.HttpRoutes;

/** The addresses that answer as other news APIs do. */
public final class Compat {

  private Compat() {}

  /** Adds the routes: a client changes nothing but the start of its addresses. */
  public static void addTo(HttpRoutes routes, ArticleIndex index) {
    HttpRoutes newsApi = routes.speaking("/compat/newsapi", new NewsApiDialect());
    NewsApi news = new NewsApi(index);
    newsApi.get("/compat/newsapi/v2/everything", news::everything);
    newsApi.get("/compat/newsapi/v2/top-headlines", news::topHeadlines);
    newsApi.get("/compat/newsapi/v2/top-headlines/sources", news::sources);
    newsApi.get("/compat/newsapi/v2/sources", news::sources);
    HttpRoutes guardian = routes.speaking("/compat/guardian", new GuardianDialect());
    Guardian items = new Guardian(index);
    guardian.get(Guardian.START + "search", items::search);
    guardian.get(Guardian.START + "*", items::item);
  }
}
