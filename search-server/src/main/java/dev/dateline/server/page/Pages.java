package dev.dateline.server.page;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchParameter;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.EntityTag;
import dev.dateline.server.http.HttpRoutes;
import dev.dateline.server.http.Problem;
import dev.dateline.server.openapi.ApiDescription;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pages: the search, an article, the API, and what is shown when something is wrong. Safe for
 * many threads.
 */
public final class Pages {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final ArticleIndex index;
  private final Asset style = Asset.style();
  private final Asset script = Asset.script();
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  private volatile @Nullable DocsPage docs;

  /** The pages of what this index holds. */
  public Pages(ArticleIndex index) {
    this.index = index;
  }

  /**
   * Adds the routes of the pages.
   *
   * @param description asked for when somebody first wants to read it
   */
  public void addTo(HttpRoutes routes, Supplier<ApiDescription> description) {
    routes.get("/", this::search);
    routes.get("/article/:id", this::article);
    routes.open().get("/docs", call -> page("docs.jte", 200, docs(description)));
    routes.open().get(style.path(), style);
    routes.open().get(script.path(), script);
  }

  /** The page that tells of a problem, whatever was asked for. */
  public Answer problem(Problem problem) {
    return page("problem.jte", problem.status(), problem);
  }

  private DocsPage docs(Supplier<ApiDescription> description) {
    DocsPage known = docs;
    if (known == null) {
      known = DocsPage.of(description.get().document());
      docs = known;
    }
    return known;
  }

  private Answer search(Call call) throws IOException {
    SearchPage page = SearchPage.of(call.parameters(), index);
    return page("search.jte", page.problems().isEmpty() ? 200 : 400, page);
  }

  private Answer article(Call call) throws IOException {
    String q = PageParameters.of(call.parameters()).first(SearchParameter.Q);
    return page("article.jte", 200, ArticlePage.of(call.lastSegment("id"), q, index));
  }

  private Answer page(String template, int status, Object model) {
    StringOutput html = new StringOutput();
    Head head = new Head(style.link(), script.link());
    templates.render(template, Map.of("head", head, "page", model), html);
    Answer answer =
        Answer.html(status, html.toString())
            .header("Cache-Control", "no-cache")
            .header("Content-Security-Policy", POLICY)
            .header("Referrer-Policy", "no-referrer");
    // Of the page itself: it says how long ago things were, and changes when that reads otherwise.
    return status == 200 ? answer.tag(EntityTag.of(html.toString())) : answer;
  }
}
