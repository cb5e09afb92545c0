package dev.dateline.server.http;

import org.jspecify.annotations.Nullable;

/**
 * On what a client makes a change depend (RFC 9110, 13.1): that what is there is what it has read,
 * or that nothing is there.
 *
 * @param match the value of {@code If-Match}, or null
 * @param noneMatch the value of {@code If-None-Match}, or null
 */
public record Preconditions(@Nullable String match, @Nullable String noneMatch) {

  /** Those of a request. */
  public static Preconditions of(Call call) {
    return new Preconditions(call.header("If-Match"), call.header("If-None-Match"));
  }

  /** Whether there is one. */
  public boolean any() {
    return match != null || noneMatch != null;
  }

  /**
   * Lets a change pass whose conditions hold. A weak tag will do, other than the RFC has it: it
   * must be made of all of what is there.
   *
   * @param held the tag of what is there; null for nothing
   * @throws ProblemException if one does not hold
   */
  public void check(@Nullable EntityTag held) {
    boolean isThatOne = match == null || (held != null && held.isIn(match));
    boolean isAnother = noneMatch == null || held == null || !held.isIn(noneMatch);
    if (!isThatOne || !isAnother) {
      throw new ProblemException(
          412,
          "precondition-failed",
          held == null
              ? "there is no such article, so that nothing was changed"
              : "the article is another one by now: read it again; nothing was changed");
    }
  }
}
