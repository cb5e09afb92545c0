package dev.dateline.article;

import org.jspecify.annotations.Nullable;

/**
 * Who published an article.
 *
 * @param name the publisher's name as readers know it, or null where it is not known
 * @param domain the publisher's site, kept as {@link Site#host} gives it, or null where it is not
 *     known
 */
public record Source(@Nullable String name, @Nullable String domain) {

  public Source {
    if (name == null && domain == null) {
      throw new IllegalArgumentException("a source needs a name or a domain");
    }
    if (domain != null) {
      String host = Site.host(domain);
      if (host == null) {
        throw new IllegalArgumentException("not the host of a site: " + domain);
      }
      domain = host;
    }
  }
}
