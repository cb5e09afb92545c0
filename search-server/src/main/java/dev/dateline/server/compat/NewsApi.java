package dev.dateline.server.compat;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.FacetValue;
import dev.dateline.index.Filter;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.query.Attribute;
import dev.dateline.server.http.Answer;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.EntityTag;
import dev.dateline.server.http.ProblemException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers as NewsAPI does (newsapi.org/docs, version 2): all articles, headlines, and who publishes
 * them.
 */
final class NewsApi {

  private static final Map<String, List<String>> PARTS =
      Map.of(
          "title", List.of("title"),
          "description", List.of("summary"),
          "content", List.of("body", "takeaways", "parts"));

  private static final Map<String, List<String>> ORDERS =
      Map.of(
          "relevancy", List.of("relevance"),
          "popularity", List.of("relevance"), // nobody knows here what is read most
          "publishedAt", List.of("newest"));

  private static final int MOST_SOURCES = 20;

  private final ArticleIndex index;

  NewsApi(ArticleIndex index) {
    this.index = index;
  }

  Answer everything(Call call) throws IOException {
    Asked asked = new Asked(call);
    require(asked, "q", "qInTitle", "sources", "domains");
    asked
        .same("q", "domains", "excludeDomains", "language")
        .moments("from", "to")
        .renamed("searchIn", PARTS)
        .set("sortBy", "newest")
        .renamed("sortBy", ORDERS);
    if (asked.has("qInTitle")) {
      asked.refuse("is looked for in titles; give q or qInTitle", "q", "searchIn");
      asked.set("q", asked.value("qInTitle")).set("searchIn", "title");
    }
    return articles(asked, 100);
  }

  Answer topHeadlines(Call call) throws IOException {
    Asked asked = new Asked(call);
    require(asked, "q", "sources", "category", "country", "language");
    asked.refuse("is not known of the sources here; leave it out", "country");
    asked.same("q", "language").set("sortBy", "newest");
    return articles(asked, 20);
  }

  Answer sources(Call call) throws IOException {
    Asked asked = new Asked(call);
    asked.refuse("is not known of the sources here; leave it out", "country");
    asked.same("language").set("page-size", "1").set("facets", "source");
    asked.set("facet-size", Integer.toString(SearchRequest.MAX_FACET_SIZE));
    SearchRequest request = SearchParameters.parse(asked.search());
    List<FacetValue> sources =
        Whole.search(index, inCategory(asked, request))
            .facets()
            .getOrDefault(Attribute.SOURCE, List.of());
    return tagged(NewsApiJson.sources(sources, asked.value("category"), asked.value("language")));
  }

  private Answer articles(Asked asked, int pageSize) throws IOException {
    if (asked.values("sources").size() > MOST_SOURCES) {
      throw new ProblemException(400, "sourcesTooMany", "at most 20 sources can be asked for");
    }
    asked
        .set("pageSize", Integer.toString(pageSize))
        .same("pageSize", "page")
        .set("match", "all")
        .set("highlight", "false")
        .set("fields", "body,metadata");
    SearchRequest request = inCategory(asked, SearchParameters.parse(asked.search()));
    if (request.pageSize() > 100) {
      throw new ProblemException(400, "invalid-parameter", "pageSize: from 1 to 100");
    }
    Set<String> names = new LinkedHashSet<>();
    asked.values("sources").forEach(id -> names.addAll(Slug.names(id)));
    if (!names.isEmpty()) {
      request = request.with().filter(new Filter.AnyOf(Attribute.SOURCE, names)).build();
    }
    return tagged(NewsApiJson.articles(Whole.search(index, request)));
  }

  /** What NewsAPI calls a category is a section of the same name. */
  private static SearchRequest inCategory(Asked asked, SearchRequest request) {
    return asked.has("category")
        ? request
            .with()
            .filter(new Filter.AnyOf(Attribute.SECTION, Slug.names(asked.value("category"))))
            .build()
        : request;
  }

  private static void require(Asked asked, String... names) {
    if (Stream.of(names).noneMatch(asked::has)) {
      throw new ProblemException(
          400,
          "parametersMissing",
          "Required parameters are missing, the scope of your search is too broad. Please set any"
              + " of the following parameters and try again: "
              + String.join(", ", names)
              + ".");
    }
  }

  private static Answer tagged(byte[] json) {
    return Answer.json(200, json).tag(EntityTag.of(json)).header("Cache-Control", "no-cache");
  }
}
