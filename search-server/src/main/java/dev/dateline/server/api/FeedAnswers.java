package dev.dateline.server.api;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Match;
import dev.dateline.index.Order;
import dev.dateline.index.ParameterException;
import dev.dateline.index.ResultField;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.server.feed.Feed;
import dev.dateline.server.feed.FeedEntry;
import dev.dateline.server.feed.FeedFormat;
import dev.dateline.server.feed.FeedId;
import dev.dateline.server.http.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers with the feed of a search, as a fixed condition: what meets it, newest first. */
final class FeedAnswers {

  /** What a busy search finds between two visits of a reader. Not fitted. */
  private static final int PAGE_SIZE = 50;

  private static final Set<SearchParameter> WITHOUT_MEANING =
      Set.of(
          SearchParameter.TOTAL,
          SearchParameter.HIGHLIGHT,
          SearchParameter.FACETS,
          SearchParameter.FACET_SIZE,
          SearchParameter.TIMELINE,
          SearchParameter.EXPLAIN);

  private static final Set<ResultField> FIELDS =
      Set.of(ResultField.BODY, ResultField.TAGS, ResultField.UPDATED);

  private final ArticleIndex index;

  FeedAnswers(ArticleIndex index) {
    this.index = index;
  }

  /**
   * The answer to these parameters. Its tag stands for what it says: the feed stays the same
   * whatever is committed, until an article comes, changes or goes that it has.
   *
   * @param origin the start of this server's addresses
   * @throws ParameterException if they are none of a search, or are of no use to a feed
   */
  Answer answer(Map<String, List<String>> parameters, FeedFormat format, String origin)
      throws IOException {
    SearchAddress address = new SearchAddress(parameters);
    Map<String, List<String>> sized = new LinkedHashMap<>(parameters);
    if (!address.has(SearchParameter.PAGE_SIZE)) {
      sized.put(SearchParameter.PAGE_SIZE.label(), List.of(Integer.toString(PAGE_SIZE)));
    }
    SearchRequest asked = SearchParameters.parse(sized);
    Meaningless.refuse(parameters, WITHOUT_MEANING, "a feed");
    SearchResult result = index.search(request(asked));
    Feed feed = feed(result, address, format, origin, asked.fields().contains(ResultField.BODY));
    Answer answer = Answer.of(200, format.mediaType() + ";charset=utf-8", format.write(feed));
    return result.partial() ? answer : answer.tag(feed.tag(format));
  }

  private static SearchRequest request(SearchRequest asked) {
    return asked
        .with()
        .match(asked.match() == Match.AUTO ? Match.ALL : asked.match())
        .order(asked.order() == null ? Order.NEWEST : asked.order())
        .fields(FIELDS)
        .highlight(false)
        .total(false)
        .didYouMean(false)
        .build();
  }

  private static Feed feed(
      SearchResult result, SearchAddress address, FeedFormat format, String origin, boolean whole) {
    String start = origin + "/v1/search?";
    // A cursor by relevance would expire before a reader comes back to it.
    boolean goesOn = result.next() != null && result.order() != Order.RELEVANCE;
    return new Feed(
        FeedId.ofSearch(address.search()),
        address.title(),
        start + address.of(format),
        origin + "/?" + address.search(),
        goesOn ? start + address.after(String.valueOf(result.next()), format) : null,
        result.hits().stream().map(hit -> FeedEntry.of(hit.article(), origin, whole)).toList());
  }
}
