package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import java.time.Instant;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Which articles may be found: not the withdrawn ones, and not those under an embargo. */
final class Visibility {

  private Visibility() {}

  static boolean visible(Article article, Instant now) {
    return switch (article.status()) {
      case Status.Usable usable -> true;
      case Status.Withdrawn withdrawn -> false;
      case Status.Embargoed embargoed -> !embargoed.until().isAfter(now);
    };
  }

  /** The articles that may not be found. */
  static Query hidden(Instant now) {
    return LongPoint.newRangeQuery(Fields.HIDDEN_UNTIL, Millis.of(now) + 1, Long.MAX_VALUE);
  }

  /** The articles that may not be found until some day; withdrawn ones are not among them. */
  static Query embargoed(Instant now) {
    return LongPoint.newRangeQuery(Fields.HIDDEN_UNTIL, Millis.of(now) + 1, Long.MAX_VALUE - 1);
  }

  /** The articles that may be found. */
  static Query everything(Instant now) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
        .add(hidden(now), BooleanClause.Occur.MUST_NOT)
        .build();
  }
}
