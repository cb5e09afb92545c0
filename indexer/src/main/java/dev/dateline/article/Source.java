package dev.dateline.article;

import org.jspecify.annotations.Nullable;

/**
 * Who published an article.
 *
 * @param name the publisher's name as readers know it, or null where it is not known
 * @param domain the host of the publisher's site in lower case, without {@code www.}, or null where
 *     it is not known
 */
public record Source(@Nullable String name, @Nullable String domain) {

  public Source {
    if (name == null && domain == null) {
      throw new IllegalArgumentException("a source needs a name or a domain");
    }
  }
}
