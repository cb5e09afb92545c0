package dev.dateline.server.feed;

import java.util.Locale;
import java.util.function.Function;

/** The forms that feeds have. */
public enum FeedFormat {
  RSS("application/rss+xml", RssFeed::write),
  ATOM("application/atom+xml", AtomFeed::write),
  JSONFEED("application/feed+json", JsonFeed::write);

  private final String mediaType;

  @SuppressWarnings("ImmutableEnumChecker") // without a state
  private final Function<Feed, byte[]> writer;

  FeedFormat(String mediaType, Function<Feed, byte[]> writer) {
    this.mediaType = mediaType;
    this.writer = writer;
  }

  /** The name that is asked for: {@code rss}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the form is called in HTTP, without a charset, which is UTF-8. */
  public String mediaType() {
    return mediaType;
  }

  /** The feed as UTF-8 bytes. */
  public byte[] write(Feed feed) {
    return writer.apply(feed);
  }
}
