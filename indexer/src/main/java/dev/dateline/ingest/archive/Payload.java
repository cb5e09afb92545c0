package dev.dateline.ingest.archive;

import static dev.dateline.ingest.reader.GuardedStream.guarded;

import dev.dateline.ingest.reader.GuardedStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * What a crawler was given at an address.
 *
 * @param status the status of HTTP
 * @param type the media type, or null if none was said
 * @param encoding how the content is packed, as was said, or empty
 * @param content the content, put together from the chunks that it came in
 */
record Payload(int status, @Nullable MediaType type, String encoding, InputStream content) {

  /** What an HTTP server answered. */
  static Payload ofResponse(MessageBody body) throws IOException {
    BoundedHeader bounded = new BoundedHeader(body);
    HttpResponse response = guarded(() -> HttpResponse.parse(bounded));
    bounded.end();
    MessageHeaders headers = response.headers();
    return new Payload(
        response.status(),
        type(headers.first("Content-Type")),
        headers.first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT),
        new GuardedStream(response.body().stream()));
  }

  /** What was kept without saying how it came. */
  static Payload ofResource(MessageHeaders headers, MessageBody body) throws IOException {
    return new Payload(200, type(headers.first("Content-Type")), "", body.stream());
  }

  private static @Nullable MediaType type(Optional<String> type) {
    try {
      return type.filter(text -> !text.isBlank()).map(MediaType::parseLeniently).orElse(null);
    } catch (IllegalArgumentException e) {
      // As browsers do, for whom a broken type is none.
      return null;
    }
  }

  /** The name of the media type in small letters, without parameters; empty if none was said. */
  String typeName() {
    return type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
  }

  /** The name of the character set that was said, or null. */
  @Nullable String charset() {
    return type == null ? null : type.parameters().get("charset");
  }
}
