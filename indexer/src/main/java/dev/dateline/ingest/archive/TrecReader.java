package dev.dateline.ingest.archive;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Lines;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcome.Malformed;
import dev.dateline.ingest.reader.Outcomes;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of TREC and of the news corpora beside it: many documents in a file, each in {@code
 * <DOC>}, see {@link TrecDocument}.
 */
public final class TrecReader implements ArticleReader {

  private static final Pattern START =
      Pattern.compile(
          "<DOC(?:>(?=.{0,4000}<DOC(?:NO|ID)>)|\\s+id\\s*=)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern BORDER =
      Pattern.compile("<DOC(?:\\s[^>]{0,1000})?>|</DOC\\s*>", Pattern.CASE_INSENSITIVE);

  private final Dates dates;

  public TrecReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return TrecDocument.FORMAT;
  }

  @Override
  public boolean accepts(Input input) {
    return START.matcher(input.start()).lookingAt();
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    Documents documents = new Documents(input.name(), outcomes);
    Lines lines = new Lines(input.text(), Limits.ARTICLE_LENGTH);
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      documents.add(line);
    }
    documents.end();
  }

  /** Puts documents together from lines. */
  private final class Documents {

    private final String file;
    private final Consumer<Outcome> outcomes;
    private final StringBuilder text = new StringBuilder();
    private long count;
    private boolean inside;
    private boolean tooLong;

    Documents(String file, Consumer<Outcome> outcomes) {
      this.file = file;
      this.outcomes = outcomes;
    }

    void add(Lines.Line line) {
      if (line.tooLong()) {
        tooLong = true;
        if (!inside) {
          outcomes.accept(new Malformed(file, "line " + line.number(), Limits.TOO_LONG));
        }
        return;
      }
      String rest = line.text();
      int from = 0;
      for (Matcher border = BORDER.matcher(rest); border.find(from); from = border.end()) {
        append(rest.substring(from, border.start()));
        boolean start = border.group().charAt(1) != '/';
        hand(!start);
        if (start) {
          inside = true;
          count++;
          append(border.group());
        }
      }
      append(rest.substring(from) + "\n");
    }

    void end() {
      if (inside) {
        String reason = tooLong ? Limits.TOO_LONG : "it is cut off before its end";
        outcomes.accept(new Malformed(file, where(), reason));
      }
    }

    private void append(String piece) {
      if (inside && !tooLong) {
        tooLong = text.length() + piece.length() > Limits.ARTICLE_LENGTH;
        text.append(tooLong ? "" : piece);
      }
    }

    /** Hands the document over that ends here, if there is one. */
    private void hand(boolean ended) {
      if (inside) {
        outcomes.accept(
            tooLong
                ? new Malformed(file, where(), Limits.TOO_LONG)
                : Outcomes.safely(
                    file,
                    where(),
                    () -> TrecDocument.read(text.toString(), ended, dates, file, where())));
      }
      text.setLength(0);
      inside = false;
      tooLong = false;
    }

    private String where() {
      return "document " + count;
    }
  }
}
