package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.archive.ArchiveReader;
import dev.dateline.ingest.archive.TrecReader;
import dev.dateline.ingest.archive.WarcReader;
import dev.dateline.ingest.feed.JsonFeedReader;
import dev.dateline.ingest.feed.XmlFeedReader;
import dev.dateline.ingest.html.HtmlReader;
import dev.dateline.ingest.json.GuardianReader;
import dev.dateline.ingest.json.JsonArticle;
import dev.dateline.ingest.json.JsonDocumentReader;
import dev.dateline.ingest.json.JsonLinesReader;
import dev.dateline.ingest.json.NewsApiReader;
import dev.dateline.ingest.mail.MailReader;
import dev.dateline.ingest.markdown.MarkdownReader;
import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.story.StoryTextReader;
import dev.dateline.ingest.table.TableReader;
import dev.dateline.ingest.wire.NewsMlReader;
import dev.dateline.ingest.wire.NitfReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** The readers of all formats, and the choice between them. */
final class Readers {

  private static final Dates DATES = new Dates(Clock.systemUTC());

  private static final HtmlReader PAGES = new HtmlReader(DATES);

  /** The first that accepts an input reads it. */
  private static final List<ArticleReader> ALL =
      List.of(
          new ArchiveReader(Readers::readSafely),
          new WarcReader(PAGES),
          new XmlFeedReader(DATES),
          new NitfReader(DATES),
          new NewsMlReader(DATES),
          new MarkdownReader(DATES),
          new MailReader(DATES),
          new JsonFeedReader(DATES),
          new NewsApiReader(DATES),
          new GuardianReader(DATES),
          new JsonLinesReader(DATES),
          new JsonDocumentReader(DATES),
          new TrecReader(DATES),
          PAGES,
          new TableReader(DATES),
          new StoryTextReader());

  private Readers() {}

  /**
   * Reads a stream by the reader of its format. What is wrong with the stream is an outcome; the
   * exceptions of those who take the outcomes go through.
   */
  static void read(String name, InputStream in, Consumer<Outcome> outcomes) {
    Consumer<Outcome> taker =
        outcome -> {
          try {
            outcomes.accept(outcome);
          } catch (RuntimeException e) {
            throw new TakerException(e);
          }
        };
    try (Input input = new Input(name, in)) {
      readSafely(input, taker);
    } catch (IOException e) {
      outcomes.accept(Outcome.Malformed.of(name, "", e));
    } catch (TakerException e) {
      throw e.error;
    }
  }

  /** Who takes the outcomes has failed, and not who makes them. */
  private static final class TakerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException error;

    TakerException(RuntimeException error) {
      super(error);
      this.error = error;
    }
  }

  /** The same for what lies in an archive, whose other documents are to be read all the same. */
  private static void readSafely(Input input, Consumer<Outcome> outcomes) throws IOException {
    try {
      read(input, outcomes);
    } catch (TakerException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // A mistake of ours or of a library: one document must not end the reading of the others.
      outcomes.accept(Outcomes.failed(input.name(), "", e));
    }
  }

  private static void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    if (input.isEmpty()) {
      outcomes.accept(new Outcome.PassedOver(input.name(), "it is empty"));
      return;
    }
    for (ArticleReader reader : ALL) {
      if (reader.accepts(input)) {
        read(input, reader, outcomes);
        return;
      }
    }
    String reason = input.isText() ? "no known format" : "neither a text nor of a known format";
    outcomes.accept(new Outcome.PassedOver(input.name(), reason));
  }

  /** Reads an input to its end, or as far as it goes; what failed knows its format then. */
  private static void read(Input input, ArticleReader reader, Consumer<Outcome> outcomes) {
    Consumer<Outcome> stamped =
        outcome ->
            outcomes.accept(
                outcome instanceof Outcome.Malformed failure
                    ? failure.in(reader.format())
                    : outcome);
    try {
      reader.read(input, stamped);
    } catch (IOException e) {
      stamped.accept(Outcome.Malformed.of(input.name(), "", e));
    }
  }

  static Outcome json(byte[] object) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(object)).toString();
      return Outcomes.safely("", "", () -> JsonArticle.parse(text, DATES, null, ""));
    } catch (CharacterCodingException e) {
      return new Outcome.Malformed("", "", "not in UTF-8");
    }
  }
}
