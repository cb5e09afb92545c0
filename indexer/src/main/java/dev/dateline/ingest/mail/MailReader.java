package dev.dateline.ingest.mail;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.StoryProfile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxLineLimitException;

/**
 * Newsletters: mails as they were sent, one in a file or many in an mbox. See {@link MailArticle}.
 */
public final class MailReader implements ArticleReader {

  static final String FORMAT = "mail";

  private static final Pattern HEADER = Pattern.compile("(?<name>[A-Za-z][A-Za-z0-9-]{0,60}):.*");

  /** So many lines are looked at for what a mail says of itself. */
  private static final int LINES = 200;

  private static final Set<String> WHO = Set.of("from", "received", "return-path", "sender");
  private static final Set<String> WHAT = Set.of("subject", "date", "message-id", "mime-version");

  private final Dates dates;
  private final StoryProfile profile = StoryProfile.load();

  public MailReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return FORMAT;
  }

  /** The text may be in any character set: the names of the headers are in ASCII. */
  @Override
  public boolean accepts(Input input) {
    Set<String> names = headers(input.start());
    boolean certain =
        names.stream().anyMatch(WHO::contains) && names.stream().anyMatch(WHAT::contains);
    return certain || (input.isNamed(".eml") && !names.isEmpty());
  }

  /** The names of the headers that a text begins with, in lower case. */
  private static Set<String> headers(String start) {
    String text = start.startsWith("From ") ? start.substring(start.indexOf('\n') + 1) : start;
    return text.lines()
        .limit(LINES)
        .takeWhile(line -> !line.isEmpty() && (line.charAt(0) <= ' ' || isHeader(line)))
        .map(HEADER::matcher)
        .filter(Matcher::matches)
        .map(header -> header.group("name").toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static boolean isHeader(String line) {
    return HEADER.matcher(line).matches();
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    Mailbox mails = new Mailbox(input.bytes());
    int number = 1;
    for (InputStream mail = mails.next(); mail != null; mail = mails.next()) {
      InputStream one = mail;
      String where = mails.isSeveral() ? "mail " + number++ : "";
      outcomes.accept(Outcomes.safely(input.name(), where, () -> read(one, input.name(), where)));
    }
  }

  private Outcome read(InputStream mail, String file, String where) throws IOException {
    MailParts parts;
    try {
      parts = MailParts.of(mail);
    } catch (MimeException | MaxLineLimitException e) {
      return new Outcome.Malformed(file, where, "not a well-formed mail: " + e.getMessage());
    }
    return parts == null
        ? new Outcome.Malformed(file, where, Limits.TOO_LONG)
        : new MailArticle(parts, dates).read(profile, file, where);
  }
}
