package dev.dateline.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys that are valid now. Thread-safe. */
public final class ApiKeys {

  private final Supplier<List<ApiKey>> keys;

  private ApiKeys(Supplier<List<ApiKey>> keys) {
    this.keys = keys;
  }

  /** These keys. */
  public static ApiKeys of(List<ApiKey> keys) {
    return new ApiKeys(() -> keys);
  }

  /** These keys, and those that a file holds whenever it is asked. */
  static ApiKeys of(List<ApiKey> keys, KeyFile file) {
    return new ApiKeys(
        () -> {
          List<ApiKey> all = new ArrayList<>(keys);
          all.addAll(file.keys());
          return all;
        });
  }

  /** Whether somebody may do this. */
  public boolean allow(Scope scope) {
    return keys.get().stream().anyMatch(key -> key.scope().includes(scope));
  }

  /** The key that this is, if any. Takes as long for a near miss as for a far one. */
  public Optional<ApiKey> find(String secret) {
    byte[] hash = ApiKey.hash(secret).getBytes(StandardCharsets.US_ASCII);
    Optional<ApiKey> found = Optional.empty();
    for (ApiKey key : keys.get()) {
      if (MessageDigest.isEqual(key.hash().getBytes(StandardCharsets.US_ASCII), hash)) {
        found = Optional.of(key);
      }
    }
    return found;
  }

  /** Says how many there are, and none of them. */
  @Override
  public String toString() {
    return keys.get().size() + " keys";
  }
}
