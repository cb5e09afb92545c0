package dev.dateline.server.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.dateline.article.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedTagTest {

  private static final String HERE = "http://news.example";

  private static Feed feed(String title, @Nullable String next) {
    Article article = Article.builder().id("kite").title(title).build();
    List<FeedEntry> entries = List.of(FeedEntry.of(article, HERE, false));
    return new Feed("tag:x", "kites", HERE + "/f", HERE, next, entries);
  }

  @Test
  void whereAFeedGoesOnNamesTheMinuteAndMakesNoOtherFeed() {
    Feed before = feed("Kites", HERE + "/f?cursor=1");
    Feed minuteLater = feed("Kites", HERE + "/f?cursor=2");
    assertEquals(before.tag(FeedFormat.RSS), minuteLater.tag(FeedFormat.RSS));
    assertNotEquals(before.tag(FeedFormat.RSS), minuteLater.tag(FeedFormat.ATOM));
    assertNotEquals(before.tag(FeedFormat.RSS), feed("Kites", null).tag(FeedFormat.RSS));
    assertNotEquals(
        before.tag(FeedFormat.RSS), feed("More kites", HERE + "/f?cursor=1").tag(FeedFormat.RSS));
  }
}
