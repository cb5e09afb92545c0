package dev.dateline.index;

import java.util.List;

/** A cursor by relevance that was good once: what it goes on in is no longer held. */
public final class CursorExpiredException extends ParameterException {

  private static final long serialVersionUID = 1;

  /** The cursor has expired. */
  public CursorExpiredException(String cursor) {
    super(
        List.of(
            new Problem(
                SearchParameter.CURSOR.label(),
                cursor,
                "cursor: it has expired, as cursors by relevance do; start again, or order by date",
                null)));
  }
}
