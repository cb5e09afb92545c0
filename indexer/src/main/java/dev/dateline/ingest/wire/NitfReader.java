package dev.dateline.ingest.wire;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Draft;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.XmlPieces;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/** NITF 2.5 to 3.6, the News Industry Text Format: one story a document. */
public final class NitfReader implements ArticleReader {

  private static final String ROOT = "nitf";
  private static final XmlPieces DOCUMENT = new XmlPieces("document", "item", Set.of(ROOT));

  private final Dates dates;

  public NitfReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return "nitf";
  }

  @Override
  public boolean accepts(Input input) {
    return ROOT.equals(XmlPieces.root(input));
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    DOCUMENT.read(
        input,
        (nitf, where) -> {
          Draft draft = new Draft(dates);
          Nitf.add(nitf, draft);
          return draft.outcome(input.name(), where, format());
        },
        outcomes);
  }
}
