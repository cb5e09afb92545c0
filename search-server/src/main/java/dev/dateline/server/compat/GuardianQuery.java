package dev.dateline.server.compat;

import dev.dateline.index.Filter;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.query.Attribute;
import dev.dateline.server.http.ProblemException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the parameters of a search at the Guardian ask for. */
final class GuardianQuery {

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "headline", List.of("title"),
          "standfirst", List.of("summary"),
          "trailText", List.of("summary"),
          "body", List.of("body", "takeaways", "parts"),
          "bodyText", List.of("body", "takeaways", "parts"));

  private static final Set<String> PUBLISHED =
      Set.of("", "published", "first-publication", "newspaper-edition");

  private static final String PROFILE = "profile/";

  private GuardianQuery() {}

  /**
   * The request.
   *
   * @throws ProblemException if it would be answered otherwise than it is meant
   */
  static SearchRequest of(Asked asked) {
    asked.refuse(
        "is not known of articles here; leave it out",
        "star-rating",
        "production-office",
        "reference",
        "reference-type",
        "ids");
    if (!PUBLISHED.contains(asked.value("use-date"))) {
      throw new ProblemException(
          400, "invalid-parameter", "use-date: articles are found by when they were published");
    }
    asked.renamed("query-fields", FIELDS);
    List<String> fields = asked.search().remove("query-fields");
    if (fields != null) {
      asked.set("search-in", String.join(",", fields));
    }
    asked
        .same("q", "order-by", "page", "lang")
        .moments("from-date", "to-date")
        .set("page-size", "10")
        .same("page-size")
        .set("match", "all")
        .set("highlight", "false")
        .set("fields", "body,tags,updated,metadata");
    SearchRequest.Builder request = SearchParameters.parse(asked.search()).with();
    for (String condition : asked.values("section")) {
      add(request, condition, false);
    }
    for (String condition : asked.values("tag")) {
      add(request, condition, true);
    }
    return request.build();
  }

  /** Adds a condition as in {@code politics|world} or {@code -sport}. Commas stand between them. */
  private static void add(SearchRequest.Builder request, String condition, boolean tags) {
    boolean denied = condition.startsWith("-");
    String plain = condition.replaceAll("^-|[()]", "");
    Map<Attribute, Set<String>> names = new LinkedHashMap<>();
    for (String id : plain.split("\\|", 0)) {
      Attribute attribute =
          !tags ? Attribute.SECTION : id.startsWith(PROFILE) ? Attribute.AUTHOR : Attribute.TAG;
      String last = tags ? id.substring(id.lastIndexOf('/') + 1) : id;
      names.computeIfAbsent(attribute, key -> new LinkedHashSet<>()).addAll(Slug.names(last));
    }
    if (names.size() > 1) {
      throw new ProblemException(
          400, "invalid-parameter", "tag: either profiles or other tags stand between |");
    }
    names.forEach(
        (attribute, values) ->
            request.filter(
                denied
                    ? new Filter.NoneOf(attribute, values)
                    : new Filter.AnyOf(attribute, values)));
  }
}
