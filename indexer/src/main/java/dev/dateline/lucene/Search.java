package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.index.Explanation;
import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.Match;
import dev.dateline.index.Order;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.index.Snippet;
import dev.dateline.index.Stage;
import dev.dateline.query.ParsedQuery;
import dev.dateline.query.QueryNode;
import dev.dateline.query.QueryText;
import dev.dateline.query.Relaxation;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** One search, from the request to the answer: parse, translate, find, count, show. Used once. */
final class Search {

  private final Views.View view;
  private final TimeLimit limit;
  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final @Nullable Cursor cursor;
  private final Stages stages = new Stages();
  private final Instant now;
  private final Instant asOf;
  private final Order order;
  private final ParsedQuery parsed;
  private final QueryTranslator translator;
  private final List<String> warnings;
  private final Relevance relevance;
  private final ReadArticles articles;
  private final Map<QueryNode, Query> made = new HashMap<>();

  /**
   * What a search finds.
   *
   * @param hits some of them, the first ones or those after a place
   * @param total how many there are, where finding them has told
   */
  private record Found(List<ScoreDoc> hits, OptionalLong total) {}

  /**
   * @param cursor that of the request, or null if it has none
   */
  Search(Views.View view, SearchRequest request, @Nullable Cursor cursor) throws IOException {
    this.view = view;
    this.limit = new TimeLimit(request.timeout());
    this.searcher = limit.on(view.searcher());
    this.request = request;
    this.cursor = cursor;
    this.now = now(cursor);
    this.asOf = asOf(request, cursor, now);
    this.order = request.effectiveOrder();
    this.parsed = QueryText.parse(request.query());
    this.warnings = new ArrayList<>(parsed.warnings());
    this.translator = new QueryTranslator(request, parsed.root(), asOf, limit);
    this.relevance = new Relevance(request, parsed.root(), asOf, warnings);
    this.articles = new ReadArticles(view.searcher());
  }

  /** Hits of a pinned view are those of the moment when it was first searched. */
  private static Instant now(@Nullable Cursor cursor) {
    return cursor == null || cursor.pinned() == null
        ? Instant.now()
        : Instant.ofEpochMilli(cursor.pinned().now());
  }

  private static Instant asOf(SearchRequest request, @Nullable Cursor cursor, Instant now) {
    if (cursor != null) {
      return cursor.asOf();
    }
    return request.asOf() == null ? now.truncatedTo(ChronoUnit.MINUTES) : request.asOf();
  }

  /**
   * What the request finds, in the time that it takes; the caller has opened the view, and the
   * stream lets go of it.
   */
  HitStream stream(Closeable release) throws IOException {
    QueryTranslator unlimited = new QueryTranslator(request, parsed.root(), asOf, TimeLimit.NONE);
    QueryNode node = anySuffices() ? Relaxation.anyWord(parsed.root()) : parsed.root();
    Query query = unlimited.filtered(node, request.filters(), now);
    warnings.addAll(unlimited.unknownValues(view.searcher(), parsed.root(), now));
    LuceneHitStream.Found found =
        new LuceneHitStream.Found(
            relevance.hits(view.searcher(), unlimited, query, anySuffices(), articles),
            order,
            request.fields(),
            view.searcher().count(query),
            parsed.root().toString(),
            List.copyOf(warnings));
    return new LuceneHitStream(found, view.searcher(), release);
  }

  private boolean anySuffices() {
    return request.match() == Match.ANY || request.match() == Match.BROAD;
  }

  SearchResult answer() throws IOException {
    stages.begin();
    QueryNode asked = parsed.root();
    QueryNode any = Relaxation.anyWord(asked);
    if (cursor != null) {
      // It goes on as its first answer was, whatever matches by now.
      boolean wide = anySuffices() || cursor.relaxed();
      QueryNode node = wide ? any : asked;
      return result(node, find(node, wide), cursor.relaxed());
    }
    QueryNode first = anySuffices() ? any : asked;
    Found found = find(first, anySuffices());
    if (!found.hits().isEmpty() || !mayRelax(asked, any)) {
      return result(first, found, false);
    }
    Found foundByAny = find(any, true);
    return result(any, foundByAny, !foundByAny.hits().isEmpty());
  }

  private SearchResult result(QueryNode used, Found all, boolean relaxed) throws IOException {
    stages.end(Stage.FIND);
    List<ScoreDoc> found = all.hits();
    Counted some = limit.within(() -> counted(used, all.total()), Counted.NOTHING);
    stages.end(Stage.COUNT);
    List<Hit> hits = hits(found, used);
    stages.end(Stage.SHOW);
    boolean partial = limit.isMet();
    Counted counted = partial ? Counted.NOTHING : some;
    String meant = didYouMean(relaxed ? 0 : counted.total().orElse(found.size()));
    return new SearchResult(
        request.query(),
        parsed.root().toString(),
        warnings(counted, partial),
        relaxed,
        meant,
        asOf,
        counted.total(),
        order,
        cursor == null ? request.page() : 0,
        request.pageSize(),
        partial ? null : next(found, relaxed),
        stages.total(),
        stages.durations(),
        view.commit(),
        hits,
        counted.facets(),
        counted.timeline(),
        counted.explanation(),
        partial);
  }

  /**
   * What there is to count.
   *
   * @param known how many hits there are, if that is known
   */
  private Counted counted(QueryNode used, OptionalLong known) throws IOException {
    Counts counts =
        new Counts(
            searcher,
            request,
            limit,
            asked(used),
            filters -> translator.filtered(used, filters, now));
    return new Counted(counts.total(known), counts.facets(), counts.timeline(asOf), explanation());
  }

  private @Nullable Explanation explanation() throws IOException {
    return request.explain()
        ? new QueryExplanation(
                searcher,
                request.filters(),
                (node, filters) -> translator.filtered(node, filters, now))
            .of(parsed.root())
        : null;
  }

  /** What there is to say of the query, of its counts, and of the time that it took. */
  private List<String> warnings(Counted counted, boolean partial) throws IOException {
    counted.warning(request.timeline()).ifPresent(warnings::add);
    warnings.addAll(translator.warnings());
    List<String> unknown =
        limit.within(() -> translator.unknownValues(searcher, parsed.root(), now), List.of());
    if (!limit.isMet()) {
      warnings.addAll(unknown);
    }
    if (partial) {
      warnings.add(
          "The search was stopped after "
              + request.timeout().toMillis()
              + " ms: there may be further and better articles, and nothing was counted.");
    }
    return warnings;
  }

  /** The hits of the pages up to the one that is asked for, and one more if there is one. */
  private Found find(QueryNode node, boolean wide) throws IOException {
    FieldDoc after = cursor == null ? null : cursor.place();
    return limit.within(
        () -> {
          RankedHits all = relevance.hits(searcher, translator, asked(node), wide, articles);
          return new Found(List.of(all.find(after, end() + 1)), all.total());
        },
        new Found(List.of(), OptionalLong.empty()));
  }

  /** What a node asks with all conditions of the request, made once to find and to count. */
  private Query asked(QueryNode node) throws IOException {
    Query query = made.get(node);
    if (query == null) {
      query = searcher.rewrite(translator.filtered(node, request.filters(), now));
      made.put(node, query);
    }
    return query;
  }

  /** How many of the hits that are found are of this page and those before it. */
  private int end() {
    return request.page() * request.pageSize();
  }

  private @Nullable String next(List<ScoreDoc> found, boolean relaxed) {
    if (found.size() <= end()) {
      return null;
    }
    FieldDoc last = (FieldDoc) found.get(end() - 1);
    return Cursor.after(last, relaxed, asOf, view.id(), now).text(request);
  }

  /**
   * What may have been meant where little is found, or null: asked of the first page alone. Where
   * no article has all words, all words are what a proposal is counted by.
   */
  private @Nullable String didYouMean(long hits) throws IOException {
    if (!request.didYouMean()
        || hits >= DidYouMean.ENOUGH
        || request.page() > 1
        || cursor != null
        || limit.isMet()) {
      return null;
    }
    QueryNode meant = limit.within(() -> meant().of(parsed.root(), hits), new QueryNode.Nothing());
    return limit.isMet() || meant == null ? null : meant.toString();
  }

  private DidYouMean meant() {
    return new DidYouMean(
        searcher,
        request,
        word -> count(translator.visible(word, now)),
        query ->
            count(
                translator.filtered(
                    anySuffices() ? Relaxation.anyWord(query) : query, request.filters(), now)));
  }

  /** For what is counted again and again, with work in between that looks at no limit. */
  private int count(Query query) throws IOException {
    limit.check();
    return searcher.count(query);
  }

  /** Whether any word may do: no article has all of them, whatever its attributes and dates. */
  private boolean mayRelax(QueryNode asked, QueryNode any) throws IOException {
    return request.match() == Match.AUTO
        && !any.equals(asked)
        && limit.within(
                () -> searcher.count(translator.visible(Relaxation.textOnly(asked), now)), 1)
            == 0
        && !limit.isMet();
  }

  private List<Hit> hits(List<ScoreDoc> found, QueryNode node) throws IOException {
    Snippets snippets = request.highlight() ? Snippets.of(node, request.searchIn()) : null;
    List<Hit> hits = new ArrayList<>();
    for (int i = (request.page() - 1) * request.pageSize();
        i < Math.min(end(), found.size());
        i++) {
      hits.add(hit(found.get(i), snippets));
    }
    return hits;
  }

  private Hit hit(ScoreDoc found, @Nullable Snippets snippets) throws IOException {
    float score = HitOrder.score(found, order);
    if (snippets == null && request.fields().isEmpty()) {
      return new Hit(articles.shown(found.doc), score, new LinkedHashMap<>());
    }
    Article article = articles.of(found.doc);
    SequencedMap<String, List<Snippet>> highlights =
        snippets == null ? new LinkedHashMap<>() : snippets.in(article);
    return new Hit(ShownArticle.of(article, request.fields()), score, highlights);
  }
}
