package dev.dateline.server.http;

import dev.dateline.server.config.ApiKey;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.ServerConfig;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may do what, and how often: keys with scopes, and the rate of each client. */
final class Access {

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
   * @param dialect the dialect of the client, or null for our own
   * @throws ProblemException for anyone else
   */
  void check(Call call, Scope scope, @Nullable Dialect dialect) {
    String secret = ShownKey.in(call, scope, dialect);
    Optional<ApiKey> key = secret == null ? Optional.empty() : config.keys().find(secret);
    key.ifPresent(each -> call.trace().noteKey(each.name()));
    clients.count(call);
    local.check(call);
    if (scope == Scope.READ && config.openToRead()) {
      return;
    }
    if (scope != Scope.READ) {
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
}
