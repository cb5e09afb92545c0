package dev.dateline.index;

import dev.dateline.query.Attribute;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition that an article meets or not, without any bearing on its rank. */
public sealed interface Filter {

  /** The article has at least one of these values. */
  record AnyOf(Attribute attribute, Set<String> values) implements Filter {
    public AnyOf {
      values = Set.copyOf(values);
    }
  }

  /** The article has none of these values. */
  record NoneOf(Attribute attribute, Set<String> values) implements Filter {
    public NoneOf {
      values = Set.copyOf(values);
    }
  }

  /**
   * The article was published in this span. An undated article was not.
   *
   * @param from the first instant, or null for no start
   * @param until the instant after the last, or null for no end
   */
  record Published(@Nullable Instant from, @Nullable Instant until) implements Filter {}

  /** The article is at most this old, counted back from the request's {@code asOf}. */
  record Within(Duration age) implements Filter {}
}
