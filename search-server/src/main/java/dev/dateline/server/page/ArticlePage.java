package dev.dateline.server.page;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Hit;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SimilarRequest;
import dev.dateline.index.Snippet;
import dev.dateline.index.ValueList;
import dev.dateline.server.http.ArticleAddress;
import dev.dateline.server.http.KnownArticle;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of an article.
 *
 * @param article what it shows
 * @param q the query whose words are marked; empty for none
 * @param marks the texts of the article by field, with the words of the query
 * @param similar articles about the same
 * @param background older ones, which led to it
 */
public record ArticlePage(
    Article article,
    String q,
    Map<String, List<Snippet>> marks,
    List<Entry> similar,
    List<Entry> background) {

  /** Articles in each of the lists, at most: what fits beside an article. */
  private static final int LISTED = 5;

  /** A part under its own label. */
  public record LabelledPart(String label, List<List<Piece>> paragraphs) {}

  /**
   * The page of the article with this id.
   *
   * @throws dev.dateline.server.http.ProblemException if there is none that may be read
   */
  static ArticlePage of(String id, String q, ArticleIndex index) throws IOException {
    Article article = KnownArticle.find(index, id);
    Map<String, List<Snippet>> marks =
        q.isBlank()
            ? Map.of()
            : index.find(id, q).map(Hit::highlights).orElse(new LinkedHashMap<>());
    List<Entry> similar = similar(id, false, index);
    List<String> shown = similar.stream().map(Entry::link).toList();
    List<Entry> background =
        similar(id, true, index).stream().filter(entry -> !shown.contains(entry.link())).toList();
    return new ArticlePage(article, q, marks, similar, background);
  }

  private static List<Entry> similar(String id, boolean background, ArticleIndex index)
      throws IOException {
    SimilarRequest request =
        SimilarRequest.builder(id).background(background).pageSize(LISTED).build();
    return index.similar(request).stream()
        .flatMap(
            result ->
                result.hits().stream().map(hit -> Entry.of(hit, "", result.asOf(), request.zone())))
        .toList();
  }

  /** What the browser calls the page. */
  public String title() {
    return article.headline() + " – Dateline";
  }

  /** The headline, or what comes nearest. */
  public List<Piece> headline() {
    String headline = article.headline();
    return Piece.of(
        texts("title", Stream.ofNullable(article.title())).stream()
            .filter(title -> title.text().equals(headline))
            .findFirst()
            .orElse(new Snippet(headline, List.of())));
  }

  /** The publisher's own headline where it says something else, or nothing. */
  public List<Piece> originalTitle() {
    String original = article.originalTitle();
    return original == null || original.equalsIgnoreCase(article.headline())
        ? List.of()
        : Piece.of(texts("originalTitle", Stream.of(original)).getFirst());
  }

  /** The paragraphs of the summary. */
  public List<List<Piece>> summary() {
    return paragraphs(texts("summary", Stream.ofNullable(article.summary())));
  }

  /** The main points. */
  public List<List<Piece>> takeaways() {
    return texts("takeaways", article.takeaways().stream()).stream().map(Piece::of).toList();
  }

  /** The paragraphs of the body. */
  public List<List<Piece>> body() {
    return paragraphs(texts("body", article.body().stream()));
  }

  /** The parts that have a label. */
  public List<LabelledPart> parts() {
    List<Snippet> texts = texts("parts", article.parts().stream().map(part -> part.text()));
    List<LabelledPart> parts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      parts.add(new LabelledPart(article.parts().get(i).label(), Piece.paragraphs(texts.get(i))));
    }
    return parts;
  }

  /** In which direction it is read. */
  public String dir() {
    return Direction.of(article.language());
  }

  /** Who published it, or null. */
  public @Nullable String source() {
    return article.publisher();
  }

  /** When it was published, or null. */
  public @Nullable DateText date() {
    return DateText.of(article.published(), ZoneOffset.UTC);
  }

  /** Where it came from. */
  public Origin origin() {
    return Origin.of(article);
  }

  /** When it was last changed, or null. */
  public @Nullable DateText updated() {
    return article.updated() == null ? null : DateText.of(article.updated(), ZoneOffset.UTC);
  }

  /** Where it can be read at its publisher's, or null. */
  public @Nullable String original() {
    return ArticleAddress.web(article.url());
  }

  /** The address of all that is known of it, as JSON. */
  public String json() {
    return Links.toJson(article.id());
  }

  /** The address of the articles of its section. */
  public String sectionLink() {
    return linkTo(SearchParameter.SECTION, Objects.requireNonNullElse(article.section(), ""));
  }

  /** The address of the articles by an author. */
  public String authorLink(String author) {
    return linkTo(SearchParameter.AUTHOR, author);
  }

  /** The address of the articles with a tag. */
  public String tagLink(String tag) {
    return linkTo(SearchParameter.TAG, tag);
  }

  private List<Snippet> texts(String field, Stream<String> texts) {
    List<Snippet> marked = marks.get(field);
    return marked == null ? texts.map(text -> new Snippet(text, List.of())).toList() : marked;
  }

  private static List<List<Piece>> paragraphs(List<Snippet> texts) {
    return texts.stream().flatMap(text -> Piece.paragraphs(text).stream()).toList();
  }

  private static String linkTo(SearchParameter parameter, String value) {
    return PageParameters.of(Map.of(parameter.label(), List.of(ValueList.write(value)))).link();
  }
}
