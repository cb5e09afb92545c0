package dev.dateline.server.page;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchParameter;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Endpoint;
import dev.dateline.server.http.HttpRoutes;
import dev.dateline.server.http.Problem;
import dev.dateline.server.openapi.ApiDescription;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.Map;

/** The pages: the search, an article, the API, and what is shown when something is wrong. */
public final class Pages {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final ArticleIndex index;
  private final Asset style = Asset.style();
  private final Asset script = Asset.script();
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  private Pages(ArticleIndex index) {
    this.index = index;
  }

  /** Adds the routes of the pages. */
  public static void addTo(HttpRoutes routes, ArticleIndex index, ApiDescription description) {
    Pages pages = new Pages(index);
    DocsPage docs = DocsPage.of(description.document());
    routes.get("/", pages.orProblem(pages::search));
    routes.get("/article/:id", pages.orProblem(pages::article));
    routes.open().get("/docs", call -> pages.page("docs.jte", 200, docs));
    routes.open().get(pages.style.path(), pages.style);
    routes.open().get(pages.script.path(), pages.script);
  }

  private Answer search(Call call) throws IOException {
    SearchPage page = SearchPage.of(call.parameters(), index);
    return page("search.jte", page.problems().isEmpty() ? 200 : 400, page);
  }

  private Answer article(Call call) throws IOException {
    String q = PageParameters.of(call.parameters()).first(SearchParameter.Q);
    return page("article.jte", 200, ArticlePage.of(call.lastSegment("id"), q, index));
  }

  /** The same endpoint, which shows a page also where it fails. */
  private Endpoint orProblem(Endpoint endpoint) {
    return call -> {
      try {
        return endpoint.answer(call);
      } catch (IOException | RuntimeException e) {
        Problem problem = Problem.of(e, call.trace());
        call.trace().noteProblem(problem.code());
        Answer answer = page("problem.jte", problem.status(), problem);
        for (var header : problem.headers().entrySet()) {
          answer = answer.header(header.getKey(), header.getValue());
        }
        return answer;
      }
    };
  }

  private Answer page(String template, int status, Object model) {
    StringOutput html = new StringOutput();
    Head head = new Head(style.link(), script.link());
    templates.render(template, Map.of("head", head, "page", model), html);
    return Answer.html(status, html.toString())
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer");
  }
}
