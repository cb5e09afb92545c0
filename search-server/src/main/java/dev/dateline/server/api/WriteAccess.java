package dev.dateline.server.api;

import dev.dateline.server.config.ApiKeys;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.Problem;
import dev.dateline.server.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** Who may write: whoever shows a key. */
final class WriteAccess {

  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;

  WriteAccess(ApiKeys keys) {
    this.keys = keys;
  }

  /**
   * Lets the holder of a key pass.
   *
   * @throws ProblemException for anyone else
   */
  void check(Call call) {
    if (keys.isEmpty()) {
      throw new ProblemException(
          403,
          "writes-off",
          "this server takes no writes: it was started without a key (DATELINE_API_KEY or"
              + " --api-key-file)");
    }
    String key = key(call);
    if (key == null || !keys.accepts(key)) {
      String detail =
          key == null
              ? "a write needs a key, as X-Api-Key or as Authorization: Bearer"
              : "this is no key of this server";
      throw new ProblemException(
          Problem.of(401, "key-required", detail)
              .header("WWW-Authenticate", "Bearer realm=\"Dateline\""));
    }
  }

  private static @Nullable String key(Call call) {
    String key = call.header("X-Api-Key");
    if (key != null) {
      return key.strip();
    }
    String authorization = call.header("Authorization");
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }
}
