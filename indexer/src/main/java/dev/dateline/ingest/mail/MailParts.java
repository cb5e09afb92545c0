package dev.dateline.ingest.mail;

import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Texts;
import dev.dateline.ingest.reader.WesternReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * What of a mail is read: the headers, and the first text of each kind. Attachments and the mails
 * that it carries are passed over.
 */
final class MailParts {

  /** The deepest nesting of parts: each is a stream in a stream. Real mails have five at most. */
  private static final int DEEPEST = 20;

  /** The longest header that is decoded, in characters: some hundred addresses fit in. */
  private static final int LONGEST_DECODED = 1 << 13;

  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(1 << 18)
          .setMaxHeaderLen(1 << 16)
          .setMaxHeaderCount(2_000)
          .build();

  private static final Pattern ATTACHED = pattern("\\s*attachment\\b");
  private static final Pattern FLOWED = pattern("\\bformat\\s*=\\s*\"?flowed\\b");
  private static final Pattern SPACE_DELETED = pattern("\\bdelsp\\s*=\\s*\"?yes\\b");

  private static final Set<Charset> WESTERN =
      Set.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          Charset.forName("windows-1252"));

  private final Map<String, String> headers = new LinkedHashMap<>();
  private String html = "";
  private String plain = "";
  private boolean flowed;
  private boolean spaceDeleted;
  private String contentType = "";
  private boolean attached;
  private int depth;

  private MailParts() {}

  /** Reads a mail, or gives null if a text in it is too long. */
  static @Nullable MailParts of(InputStream mail) throws IOException, MimeException {
    MimeTokenStream stream = new MimeTokenStream(CONFIG);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(mail);
    MailParts parts = new MailParts();
    EntityState state = stream.getState();
    while (state != EntityState.T_END_OF_STREAM && parts.depth <= DEEPEST) {
      if (!parts.take(state, stream)) {
        return null;
      }
      state = stream.next();
    }
    return parts;
  }

  /** A header of the mail, decoded, or null if it has none: the name is in lower case. */
  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The text as a page, or empty. */
  String html() {
    return html;
  }

  /** The plain text with its paragraphs as they were written, or empty. */
  String plain() {
    return flowed ? Flowed.unfolded(plain, spaceDeleted) : plain;
  }

  private boolean take(EntityState state, MimeTokenStream stream)
      throws IOException, MimeException {
    switch (state) {
      case T_START_MULTIPART -> depth++;
      case T_END_MULTIPART -> depth--;
      case T_START_HEADER -> {
        attached = false;
        contentType = "";
      }
      case T_FIELD -> take(stream.getField());
      case T_BODY -> {
        return attached || takeText(stream);
      }
      default -> {}
    }
    return true;
  }

  private void take(Field field) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    switch (name) {
      case "content-disposition" -> attached = ATTACHED.matcher(field.getBody()).lookingAt();
      case "content-type" -> contentType = field.getBody();
      default -> {}
    }
    if (depth == 0) {
      String body = field.getBody().replaceAll("[\\r\\n]+\\s*", " ").strip();
      headers.putIfAbsent(name, decoded(body));
    }
  }

  /**
   * A longer one is no text of a person; the decoder's time grows with the square of its length.
   */
  private static String decoded(String header) {
    return header.length() > LONGEST_DECODED
        ? header
        : DecoderUtil.decodeEncodedWords(header, DecodeMonitor.SILENT);
  }

  private boolean takeText(MimeTokenStream stream) throws IOException {
    BodyDescriptor body = stream.getBodyDescriptor();
    String type = body.getMimeType();
    boolean page = type.equals("text/html") && html.isBlank();
    if (!page && !(type.equals("text/plain") && plain.isBlank())) {
      return true;
    }
    String text = Texts.all(reader(stream.getDecodedInputStream(), body), Limits.ARTICLE_LENGTH);
    if (text == null) {
      return false;
    }
    if (page) {
      html = text;
    } else {
      plain = text;
      flowed = FLOWED.matcher(contentType).find();
      spaceDeleted = SPACE_DELETED.matcher(contentType).find();
    }
    return true;
  }

  /** Many mails say that they are in ASCII or Latin-1, and are in UTF-8 or windows-1252. */
  private static Reader reader(InputStream text, BodyDescriptor body) {
    try {
      String name = body.getCharset();
      Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
      if (!WESTERN.contains(charset)) {
        return new InputStreamReader(text, charset);
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      // Most mails are in one of the sets that are tried.
    }
    return new WesternReader(text);
  }

  private static Pattern pattern(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
