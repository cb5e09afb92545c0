package dev.dateline.server.http;

import dev.dateline.server.config.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key that a request comes with. */
final class ShownKey {

  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private ShownKey() {}

  /**
   * The key, or null if there is none.
   *
   * @param scope what it is for: to write it takes what no browser sends by itself
   * @param dialect the dialect of the client, or null for our own
   */
  static @Nullable String in(Call call, Scope scope, @Nullable Dialect dialect) {
    String key = call.header("X-Api-Key");
    if (key != null) {
      return key.strip();
    }
    String authorization = call.header("Authorization");
    if (authorization != null) {
      return inAuthorization(authorization, scope, dialect);
    }
    if (dialect == null) {
      return null;
    }
    List<String> values = call.parameters().getOrDefault(dialect.keyParameter(), List.of());
    return values.stream()
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String inAuthorization(
      String authorization, Scope scope, @Nullable Dialect dialect) {
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return authorization.substring(BEARER.length()).strip();
    }
    // A browser asks its user for it, and then sends it by itself, also when other sites make it:
    // enough to read, and not to write.
    if (scope == Scope.READ && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return password(authorization.substring(BASIC.length()).strip());
    }
    return dialect == null ? null : authorization.strip(); // as NewsAPI takes it
  }

  private static @Nullable String password(String basic) {
    try {
      String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
