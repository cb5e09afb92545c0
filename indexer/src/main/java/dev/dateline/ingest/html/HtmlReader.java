package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Delivery;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.PageReader;
import dev.dateline.ingest.reader.StoryProfile;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Web pages: one article each, see {@link HtmlArticle}. */
public final class HtmlReader implements PageReader {

  private static final Pattern FIRST_TAG =
      Pattern.compile(
          "<(?:!doctype\\s+html|html|head|title|meta|link|body|article|section|main|div|h1|p)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Dates dates;
  private final StoryProfile profile = StoryProfile.load();

  public HtmlReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return HtmlArticle.FORMAT;
  }

  @Override
  public boolean accepts(Input input) {
    return FIRST_TAG.matcher(afterComments(input.start())).lookingAt()
        || (input.isNamed(".html", ".htm", ".xhtml") && input.isText());
  }

  /** What follows the XML declaration and the comments that may stand before a page. */
  private static String afterComments(String start) {
    int at = 0;
    while (at >= 0) {
      if (start.startsWith("<!--", at)) {
        at = after(start, "-->", at);
      } else if (start.startsWith("<?", at)) {
        at = after(start, "?>", at);
      } else if (at < start.length() && isSpace(start.charAt(at))) {
        at++;
      } else {
        return start.substring(at);
      }
    }
    return "";
  }

  private static int after(String start, String end, int from) {
    int at = start.indexOf(end, from);
    return at < 0 ? -1 : at + end.length();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\uFEFF';
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    read(input, Delivery.UNKNOWN, outcomes);
  }

  @Override
  public void read(Input input, Delivery delivery, Consumer<Outcome> outcomes) throws IOException {
    byte[] page = input.bytes().readNBytes(Limits.ARTICLE_LENGTH + 1);
    outcomes.accept(
        page.length > Limits.ARTICLE_LENGTH
            ? new Outcome.Malformed(input.name(), "", Limits.TOO_LONG)
            : Outcomes.safely(
                input.name(),
                "",
                () -> HtmlArticle.read(page, delivery, dates, profile, input.name(), "")));
  }
}
