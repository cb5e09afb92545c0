package dev.dateline.server.http;

import dev.dateline.server.config.ApiKey;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.ServerConfig;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may do what, and how often: keys with scopes, and the rate of each client. */
final class Access {

  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private final ServerConfig config;
  private final LocalHost local;
  private final Clients clients;
  private final boolean takesWrites;

  Access(ServerConfig config) {
    this.config = config;
    this.local = new LocalHost(config);
    this.clients = new Clients(config.rateLimit());
    this.takesWrites = config.keys().allow(Scope.WRITE); // the writer is opened at the start
  }

  /**
   * Lets a request pass whose client may do this.
   *
   * @throws ProblemException for anyone else
   */
  void check(Call call, Scope scope) {
    String secret = secret(call, scope);
    Optional<ApiKey> key = secret == null ? Optional.empty() : config.keys().find(secret);
    key.ifPresent(each -> call.trace().noteKey(each.name()));
    clients.count(key.map(ApiKey::name).orElseGet(() -> Clients.of(call.clientAddress())));
    if (scope == Scope.READ && config.openToRead()) {
      return;
    }
    if (scope != Scope.READ) {
      local.check(call);
      checkWritesAreOn();
    }
    if (key.isEmpty()) {
      throw keyRequired(secret != null);
    }
    if (!key.get().scope().includes(scope)) {
      throw new ProblemException(
          403,
          "key-insufficient",
          "this key may " + key.get().scope().label() + "; it takes one that may " + scope.label());
    }
  }

  private void checkWritesAreOn() {
    if (!takesWrites) {
      throw new ProblemException(
          403,
          "writes-off",
          "this server takes no writes: it was started without a key that may write"
              + " (DATELINE_API_KEY or --api-key-file)");
    }
  }

  private static ProblemException keyRequired(boolean shown) {
    String detail =
        shown
            ? "this is no key of this server"
            : "this needs a key, as X-Api-Key or as Authorization: Bearer";
    return new ProblemException(
        Problem.of(401, "key-required", detail)
            .header("WWW-Authenticate", "Bearer realm=\"Dateline\", Basic realm=\"Dateline\""));
  }

  /** The key that was shown. */
  private static @Nullable String secret(Call call, Scope scope) {
    String key = call.header("X-Api-Key");
    if (key != null) {
      return key.strip();
    }
    String authorization = call.header("Authorization");
    if (authorization == null) {
      return null;
    }
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return authorization.substring(BEARER.length()).strip();
    }
    // A browser asks its user for it, and then sends it by itself, also when other sites make it:
    // enough to read, and not to write.
    return scope == Scope.READ && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
        ? password(authorization.substring(BASIC.length()).strip())
        : null;
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
