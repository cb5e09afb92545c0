package dev.dateline.ingest.archive;

import dev.dateline.ingest.archive.WarcRecords.Lost;
import dev.dateline.ingest.archive.WarcRecords.WarcRecord;
import dev.dateline.ingest.archive.WarcRecords.Whole;
import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Delivery;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcome.Malformed;
import dev.dateline.ingest.reader.Outcome.PassedOver;
import dev.dateline.ingest.reader.PageReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * Web archives: WARC 0.18 to 1.1 and ARC 1. Each HTML page that was fetched with success is an
 * article; all else that a crawl holds is passed over. A page is called {@code
 * file.warc.gz!https://its.address/}.
 */
public final class WarcReader implements ArticleReader {

  private static final Pattern START =
      Pattern.compile("WARC/\\d|(?:filedesc|https?)://\\S+ [\\d.]+ \\d{8,14} \\S+ \\d+\\n");

  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  /** What servers say that do not know: the content decides. */
  private static final Set<String> UNSURE =
      Set.of("", "application/octet-stream", "application/unknown", "unknown/unknown", "*/*");

  /** These are told apart in reasons, and no others, so that there are few different reasons. */
  private static final Set<String> KINDS =
      Set.of("application", "audio", "font", "image", "text", "video");

  private static final Set<String> RECORDS =
      Set.of("warcinfo", "request", "metadata", "revisit", "conversion", "continuation");

  private static final Set<String> ENCODINGS = Set.of("br", "zstd", "deflate", "compress");

  private final PageReader pages;

  /**
   * @param pages reads the pages
   */
  public WarcReader(PageReader pages) {
    this.pages = pages;
  }

  @Override
  public String format() {
    return "warc";
  }

  @Override
  public boolean accepts(Input input) {
    return START.matcher(input.start()).lookingAt();
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    WarcRecords records = new WarcRecords(input);
    long count = 1;
    for (WarcRecord record = records.next(); record != null; record = records.next()) {
      switch (record) {
        case Lost lost ->
            outcomes.accept(new Malformed(input.name(), "record " + count, lost.reason()));
        case Whole whole -> {
          if (!read(input, whole.headers(), whole.body(), outcomes)) {
            records.told();
          }
        }
      }
      count++;
    }
  }

  /** Reads a record; false if it breaks off, which is told. */
  private boolean read(
      Input archive, MessageHeaders headers, MessageBody body, Consumer<Outcome> outcomes) {
    String type = headers.first("WARC-Type").orElse("").toLowerCase(Locale.ROOT);
    String address = address(headers);
    String name = archive.nameOf(address == null ? type : address);
    try {
      Payload payload = payload(type, headers, body);
      String reason = payload == null ? noPayload(type) : noPage(payload);
      if (payload == null || reason != null) {
        outcomes.accept(new PassedOver(name, String.valueOf(reason)));
        return true;
      }
      try (Input page = archive.entry(name, payload.content())) {
        read(page, payload, delivery(address, payload, headers), outcomes);
      }
      return true;
    } catch (IOException e) {
      outcomes.accept(Malformed.of(name, "", e));
      return false;
    }
  }

  private void read(Input page, Payload payload, Delivery delivery, Consumer<Outcome> outcomes)
      throws IOException {
    if (page.isEmpty()) {
      outcomes.accept(new PassedOver(page.name(), "it is empty"));
    } else if (pages.accepts(page) || (PAGES.contains(payload.typeName()) && page.isText())) {
      pages.read(page, delivery, outcomes);
    } else {
      boolean packed = ENCODINGS.contains(payload.encoding());
      String reason =
          packed ? "it is packed by " + payload.encoding() : "it does not look like a page";
      outcomes.accept(new PassedOver(page.name(), reason));
    }
  }

  /** What was captured, or null if the record holds nothing of this kind. */
  private static @Nullable Payload payload(String type, MessageHeaders headers, MessageBody body)
      throws IOException {
    if (type.equals("resource")) {
      return Payload.ofResource(headers, body);
    }
    String content = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.equals("response") && content.startsWith("application/http")
        ? Payload.ofResponse(body)
        : null;
  }

  private static String noPayload(String type) {
    if (type.equals("response")) {
      return "it was not fetched over HTTP";
    }
    return RECORDS.contains(type) ? "a record of type " + type : "a record of another type";
  }

  /** Why the payload is no page, or null if it is one or may be. */
  private static @Nullable String noPage(Payload payload) {
    if (payload.status() != 200) {
      return "HTTP status " + payload.status() / 100 + "xx";
    }
    String type = payload.typeName();
    if (PAGES.contains(type) || UNSURE.contains(type)) {
      return null;
    }
    String kind = type.substring(0, type.indexOf('/'));
    return "no page but of type " + (KINDS.contains(kind) ? kind : "unknown");
  }

  private static Delivery delivery(
      @Nullable String address, Payload payload, MessageHeaders headers) {
    Map<String, String> metadata = new LinkedHashMap<>();
    headers.first("WARC-Date").ifPresent(date -> metadata.put("captured", date));
    headers.first("WARC-Truncated").ifPresent(why -> metadata.put("truncated", why));
    return new Delivery(address, payload.charset(), metadata);
  }

  /** Some programs write the address in angle brackets, as the first version of WARC said. */
  private static @Nullable String address(MessageHeaders headers) {
    String address = headers.first("WARC-Target-URI").orElse("").strip();
    boolean inBrackets = address.startsWith("<") && address.endsWith(">") && address.length() > 2;
    String plain = inBrackets ? address.substring(1, address.length() - 1) : address;
    return plain.isEmpty() ? null : plain;
  }
}
