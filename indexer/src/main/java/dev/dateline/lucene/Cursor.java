package dev.dateline.lucene;

import dev.dateline.index.Order;
import dev.dateline.index.ParameterException;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchRequest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer ended, and what holds for those that follow it. As text it is base64 of its
 * parts, the fingerprint of its request and a checksum. It is no secret, and tells only what its
 * holder has been shown.
 *
 * @param relaxed whether any word suffices, though the request would have all of them
 * @param asOf the instant from which age is counted
 * @param published when the last hit was published, as the order has it
 * @param hash the hash of the id of the last hit
 * @param pinned where the order is by relevance, the view that it is in, else null
 */
record Cursor(boolean relaxed, Instant asOf, long published, long hash, @Nullable Pinned pinned) {

  private static final int VERSION = 1;
  private static final int CHECK_BYTES = 8;

  /** More than any cursor takes. */
  private static final int ROOM = 128;

  /**
   * A view that is held for the cursor.
   *
   * @param view its id
   * @param now when the first hits were found, in milliseconds since 1970: later no embargo ends
   * @param score the score of the last hit
   * @param doc the number of its document
   */
  record Pinned(long view, long now, float score, int doc) {}

  /** The cursor that goes on after a hit. */
  static Cursor after(FieldDoc hit, boolean relaxed, Instant asOf, long view, Instant now) {
    int dates = hit.fields.length - 2;
    return new Cursor(
        relaxed,
        asOf,
        (Long) hit.fields[dates],
        (Long) hit.fields[dates + 1],
        dates == 0 ? null : new Pinned(view, Millis.of(now), (Float) hit.fields[0], hit.doc));
  }

  /** The hit that it goes on after, as Lucene wants it. */
  FieldDoc place() {
    return pinned == null
        ? new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {published, hash})
        : new FieldDoc(pinned.doc, pinned.score, new Object[] {pinned.score, published, hash});
  }

  /** The text that {@link #read} reads. */
  String text(SearchRequest request) {
    ByteBuffer bytes = ByteBuffer.allocate(ROOM);
    bytes.put((byte) (VERSION << 1 | (relaxed ? 1 : 0)));
    bytes.put(Fingerprint.of(request));
    bytes.putLong(asOf.getEpochSecond()).putInt(asOf.getNano()).putLong(published).putLong(hash);
    if (pinned != null) {
      bytes.putLong(pinned.view).putLong(pinned.now).putFloat(pinned.score).putInt(pinned.doc);
    }
    byte[] content = Arrays.copyOf(bytes.array(), bytes.position());
    bytes.put(Fingerprint.of(content), 0, CHECK_BYTES);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  /**
   * The cursor of a request.
   *
   * @throws ParameterException if it is none, or that of another request
   */
  static Cursor read(String text, SearchRequest request) {
    ByteBuffer bytes = ByteBuffer.wrap(content(text));
    try {
      int head = bytes.get();
      byte[] fingerprint = new byte[Fingerprint.BYTES];
      bytes.get(fingerprint);
      Instant asOf = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
      boolean sameRequest =
          Arrays.equals(fingerprint, Fingerprint.of(request))
              && (request.asOf() == null || request.asOf().equals(asOf));
      if (!sameRequest) {
        throw bad(text, "it is of another search; only what is shown and counted may change");
      }
      long published = bytes.getLong();
      long hash = bytes.getLong();
      Pinned pinned =
          request.effectiveOrder() == Order.RELEVANCE
              ? new Pinned(bytes.getLong(), bytes.getLong(), bytes.getFloat(), bytes.getInt())
              : null;
      if (head >> 1 == VERSION && !bytes.hasRemaining()) {
        return new Cursor((head & 1) == 1, asOf, published, hash, pinned);
      }
    } catch (BufferUnderflowException | DateTimeException forged) {
      throw none(text);
    }
    throw none(text);
  }

  /** What stands before the checksum. */
  private static byte[] content(String text) {
    byte[] bytes;
    try {
      bytes = text.length() > 2 * ROOM ? new byte[0] : Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw none(text);
    }
    byte[] content = Arrays.copyOf(bytes, Math.max(0, bytes.length - CHECK_BYTES));
    byte[] check = Arrays.copyOfRange(bytes, content.length, bytes.length);
    if (!Arrays.equals(check, Arrays.copyOf(Fingerprint.of(content), CHECK_BYTES))) {
      throw none(text);
    }
    return content;
  }

  private static ParameterException none(String text) {
    return bad(text, "it is not whole, or was not given by Dateline as the \"next\" of an answer");
  }

  private static ParameterException bad(String text, String why) {
    return new ParameterException(
        List.of(
            new ParameterException.Problem(
                SearchParameter.CURSOR.label(), text, "cursor: " + why, null)));
  }
}
