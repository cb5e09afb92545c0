package dev.dateline.server.http;

/** What clients that were written for another API do and expect. Safe for use by many threads. */
public interface Dialect {

  /** The parameter in which they show a key, on top of the usual headers. */
  String keyParameter();

  /**
   * How they are told that a request was not answered.
   *
   * @param keyShown whether the request came with a key
   */
  Answer answer(Problem problem, boolean keyShown);
}
