package dev.dateline.evaluation;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Hit;
import dev.dateline.index.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Asks an index topics, each as an ordinary search, page by page. */
public final class TopicSearch {

  /** How deep the pages of a search go. */
  public static final int MOST_HITS = SearchRequest.MAX_HITS;

  private final ArticleIndex articles;
  private final SearchRequest request;
  private final int hits;

  /**
   * Searches of an index.
   *
   * @param request what holds for each topic beside its text
   * @param hits how many hits to take of each
   */
  public TopicSearch(ArticleIndex articles, SearchRequest request, int hits) {
    this.articles = articles;
    this.request =
        request
            .with()
            .didYouMean(false)
            .pageSize(Math.min(hits, SearchRequest.MAX_PAGE_SIZE))
            .total(false)
            .highlight(false)
            .build();
    this.hits = hits;
  }

  /** What is found for each of the topics. */
  public Run run(List<Topic> topics) throws IOException {
    SequencedMap<String, List<RunHit>> run = new LinkedHashMap<>();
    for (Topic topic : topics) {
      run.put(topic.number(), hits(topic.text()));
    }
    return new Run(run);
  }

  private List<RunHit> hits(String query) throws IOException {
    List<RunHit> found = new ArrayList<>();
    for (int page = 1; found.size() < hits; page++) {
      List<Hit> next = articles.search(request.with().query(query).page(page).build()).hits();
      for (Hit hit : next.subList(0, Math.min(next.size(), hits - found.size()))) {
        found.add(new RunHit(hit.article().id(), hit.score()));
      }
      if (next.size() < request.pageSize()) {
        break;
      }
    }
    return found;
  }
}
