package dev.dateline.ingest.reader;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a web page beside what it says itself, from how it was delivered.
 *
 * @param address the address that it was found at, or null; what the page says of its address goes
 *     before
 * @param charset the name of its character set in the HTTP header, or null; it goes before what the
 *     page says, as in browsers
 * @param metadata further facts, kept as metadata of the article
 */
public record Delivery(
    @Nullable String address, @Nullable String charset, Map<String, String> metadata) {

  /** Nothing is known. */
  public static final Delivery UNKNOWN = new Delivery(null, null, Map.of());

  public Delivery {
    metadata = Map.copyOf(metadata);
  }
}
