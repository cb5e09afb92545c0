package dev.dateline.server.feed;

import dev.dateline.server.http.EntityTag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, in whatever form. It depends on nothing but what was asked and what was found.
 *
 * @param id what the feed is known by, an IRI: the same for the same search
 * @param title what readers call it
 * @param self where the feed is
 * @param alternate where the same search is a page
 * @param next where the feed goes on with older articles, or null
 * @param entries its articles, in order
 */
public record Feed(
    String id,
    String title,
    String self,
    String alternate,
    @Nullable String next,
    List<FeedEntry> entries) {

  public Feed {
    entries = List.copyOf(entries);
  }

  /**
   * The tag of this feed in one form. Where it goes on counts as something that is there or not:
   * the address names the minute, and that of an hour ago still holds.
   */
  public EntityTag tag(FeedFormat format) {
    return EntityTag.of(format, id, title, self, alternate, next == null, entries);
  }

  /** When the latest change of an article in it was; the start of 1970 where it has none. */
  Instant updated() {
    return entries.stream()
        .map(FeedEntry::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
