package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dateline.article.Article;
import dev.dateline.index.CursorExpiredException;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the embedded engine holds what a cursor by relevance goes on in. */
class PinnedViewsTest {

  private static final SearchRequest.Builder REQUEST =
      SearchRequest.builder().query("ferry").pageSize(1).cursor(null);

  @TempDir private Path folder;
  private final AtomicLong clock = new AtomicLong();
  private LuceneWriter writer;
  private LuceneIndex index;

  @BeforeEach
  void open() throws IOException {
    writer = LuceneWriter.open(folder);
    index = LuceneIndex.open(folder, clock::get);
    add("a");
    add("b");
    add("c");
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    writer.close();
  }

  private void add(String id) throws IOException {
    writer.add(Article.builder().id(id).title("Ferry " + id).build());
    writer.commit();
    index.refresh();
  }

  private SearchResult after(String cursor) throws IOException {
    return index.search(REQUEST.cursor(cursor).build());
  }

  private String next() throws IOException {
    return Objects.requireNonNull(index.search(REQUEST.cursor(null).build()).next());
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void aCursorExpiresFiveMinutesAfterItWasLastUsed() throws IOException {
    String next = next();
    for (int i = 0; i < 3; i++) {
      pass(PinnedViews.LIFE.minusSeconds(1));
      assertEquals(1, after(next).hits().size());
    }
    pass(PinnedViews.LIFE);
    assertThrows(CursorExpiredException.class, () -> after(next));
  }

  @Test
  void aCursorGoesOnInItsGenerationWhenAnotherWasSwappedIn() throws IOException {
    String next = next();
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(Article.builder().id("d").title("Ferry d").build());
      reindex.finish(Reindex.Rest.REMOVE);
    }
    index.refresh();
    assertEquals("2", index.stats().generation());
    SearchResult second = after(next);
    assertEquals("1", second.generation());
    SearchResult third = after(Objects.requireNonNull(second.next()));
    assertEquals(1, third.hits().size());
  }

  @Test
  void ofTooManyViewsTheOneThatWasNotUsedForLongestExpires() throws IOException {
    List<String> cursors = new ArrayList<>();
    for (int i = 0; i < PinnedViews.MOST; i++) {
      cursors.add(next());
      add("more" + i);
    }
    after(cursors.get(0));
    next();
    assertEquals(1, after(cursors.get(0)).hits().size());
    assertThrows(CursorExpiredException.class, () -> after(cursors.get(1)));
    assertEquals(1, after(cursors.get(2)).hits().size());
  }
}
