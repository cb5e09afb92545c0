package dev.dateline.ingest.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of a file without a byte order mark, as XML has it: the one that its XML declaration
 * names, UTF-16 where the declaration is in UTF-16, and else UTF-8.
 */
final class XmlEncoding {

  private static final int DECLARATION_LENGTH = 200;

  private static final Pattern DECLARATION =
      Pattern.compile("\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']\\s*(?<name>[\\w.:-]+)");

  private XmlEncoding() {}

  static Charset of(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, DECLARATION_LENGTH), ISO_8859_1);
    if (start.startsWith("<\0?\0")) {
      return UTF_16LE;
    }
    if (start.startsWith("\0<\0?")) {
      return UTF_16BE;
    }
    Matcher declaration = DECLARATION.matcher(start);
    return declaration.lookingAt() ? named(declaration.group("name")) : UTF_8;
  }

  private static Charset named(String name) {
    try {
      Charset charset = Charset.forName(name);
      if (charset.equals(ISO_8859_1) || charset.equals(US_ASCII)) {
        // Who says so writes the quotation marks of Windows too, as browsers know.
        return Charset.forName("windows-1252");
      }
      // The declaration could be read, so that it is not in UTF-16 whatever it says.
      return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
          ? UTF_8
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return UTF_8;
    }
  }
}
