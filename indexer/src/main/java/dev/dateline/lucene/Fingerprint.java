package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.index.Filter;
import dev.dateline.index.Order;
import dev.dateline.index.SearchRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A few bytes that tell requests apart by the hits that they ask for, and by their order. */
final class Fingerprint {

  /** Too few for secrets, and enough that no two requests are taken for one by chance. */
  static final int BYTES = 8;

  private Fingerprint() {}

  /** Of what decides the hits; the instant from which age is counted is left out. */
  static byte[] of(SearchRequest request) {
    Order order = request.effectiveOrder();
    List<String> parts =
        List.of(
            request.query(),
            request.filters().stream().map(Fingerprint::text).sorted().toList().toString(),
            request.match().name(),
            sorted(request.searchIn()),
            order.name(),
            order == Order.RELEVANCE ? request.recency().toString() : "",
            request.zone().getId());
    // Each with its length, so that no two lists make one text.
    String all =
        parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
    return of(all.getBytes(UTF_8));
  }

  /** Of bytes. */
  static byte[] of(byte[] bytes) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The values of a set have no order, and another one in each process. */
  private static String text(Filter filter) {
    return switch (filter) {
      case Filter.AnyOf any -> "any " + any.attribute() + sorted(any.values());
      case Filter.NoneOf none -> "none " + none.attribute() + sorted(none.values());
      case Filter.Published published -> published.toString();
      case Filter.Within within -> within.toString();
    };
  }

  private static String sorted(Collection<? extends Comparable<?>> values) {
    return values.stream()
        .map(value -> value.toString().length() + ":" + value)
        .sorted()
        .toList()
        .toString();
  }
}
