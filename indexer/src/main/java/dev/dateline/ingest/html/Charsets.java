package dev.dateline.ingest.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The character set of a page as browsers decide it (the WHATWG encoding standard): a byte order
 * mark, then what it was delivered with, then what the page says, then UTF-8 if all is UTF-8, then
 * windows-1252.
 */
final class Charsets {

  /** So many bytes are looked at for what the page says. Browsers look at 1,024. */
  private static final int HEAD = 1 << 14;

  private static final Pattern SAID =
      Pattern.compile(
          "<(?:meta\\b[^>]{0,500}?charset|\\?xml\\b[^>]{0,200}?encoding)\\s*+=\\s*+[\"']?+\\s*+([\\w.:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  /** What pages say, and what they are: the standard reads these as the larger set. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("utf-16", "UTF-8"),
          Map.entry("utf-16le", "UTF-8"),
          Map.entry("utf-16be", "UTF-8"));

  private Charsets() {}

  /**
   * The page as text, without a byte order mark.
   *
   * @param delivered the name of the character set that the page was delivered with, or null
   */
  static String decode(byte[] page, @Nullable String delivered) {
    String marked = Decoding.marked(page);
    if (marked != null) {
      return marked;
    }
    Charset said = delivered == null ? null : named(delivered);
    if (said == null) {
      said = said(new String(page, 0, Math.min(page.length, HEAD), ISO_8859_1));
    }
    return said == null ? Decoding.unmarked(page) : new String(page, said);
  }

  private static @Nullable Charset said(String head) {
    for (Matcher said = SAID.matcher(head); said.find(); ) {
      Charset charset = named(said.group(1));
      if (charset != null) {
        return charset;
      }
    }
    return null;
  }

  private static @Nullable Charset named(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    try {
      String meant = MEANT.getOrDefault(name, name);
      return Charset.isSupported(meant) ? Charset.forName(meant) : null;
    } catch (IllegalCharsetNameException e) {
      // No character set has such a name: perhaps the page says another.
      return null;
    }
  }
}
