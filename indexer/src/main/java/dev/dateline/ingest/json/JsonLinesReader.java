package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Json;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Lines;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON Lines: one object a line. A line that is broken does not touch the others. The line that
 * ends an export, and says how many articles it has, is as good as blank.
 */
public final class JsonLinesReader implements ArticleReader {

  private static final Pattern FIRST_LINES =
      Pattern.compile("(?<first>[^\\n]*)\\n\\s*(?<second>[^\\n]?)");

  private static final Pattern COUNT =
      Pattern.compile("\\s*\\{\\s*\"count\"\\s*:\\s*\\d+\\s*}\\s*");

  private final Dates dates;

  public JsonLinesReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return JsonArticle.FORMAT;
  }

  @Override
  public boolean accepts(Input input) {
    return Json.startsObject(input)
        ? !goesOnInNextLine(input.start())
        : input.isNamed(".jsonl", ".ndjson") && input.isText() && !Json.startsArray(input);
  }

  /** Whether the first line is the beginning of an object that is written over several lines. */
  private static boolean goesOnInNextLine(String start) {
    Matcher lines = FIRST_LINES.matcher(start);
    if (!lines.lookingAt()) {
      return false;
    }
    String first = lines.group("first").stripTrailing();
    return first.endsWith("[")
        || first.endsWith(":")
        || ((first.endsWith("{") || first.endsWith(",")) && !"{".equals(lines.group("second")));
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    Lines lines = new Lines(input.text(), Limits.ARTICLE_LENGTH);
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.tooLong() || !isBlank(line.text())) {
        outcomes.accept(outcome(line, input.name()));
      }
    }
  }

  /** Whether a line says nothing of an article: it is blank, or ends an export. */
  public static boolean isBlank(String line) {
    return line.isBlank() || COUNT.matcher(line).matches();
  }

  private Outcome outcome(Lines.Line line, String file) {
    String where = "line " + line.number();
    return line.tooLong()
        ? new Outcome.Malformed(file, where, Limits.TOO_LONG)
        : Outcomes.safely(file, where, () -> JsonArticle.parse(line.text(), dates, file, where));
  }
}
