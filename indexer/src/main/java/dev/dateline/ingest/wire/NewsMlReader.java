package dev.dateline.ingest.wire;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Draft;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.XmlPieces;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;

/**
 * NewsML-G2: news items and packages, alone or in a message of any length, which is read item by
 * item. A package is an article only if it has a headline, as its items are articles of their own.
 */
public final class NewsMlReader implements ArticleReader {

  private static final String MESSAGE = "newsmessage";

  private static final Set<String> NEWS = Set.of("newsitem", "packageitem");

  /** The items that are about news, or about the words for it. */
  private static final Map<String, String> NO_NEWS =
      Map.of(
          "catalogitem", "a catalogue of vocabularies",
          "conceptitem", "a concept of a vocabulary",
          "knowledgeitem", "a vocabulary",
          "planningitem", "a plan of coverage");

  private final Dates dates;
  private final XmlPieces message;

  public NewsMlReader(Dates dates) {
    this.dates = dates;
    Set<String> items = new HashSet<>(NEWS);
    items.addAll(NO_NEWS.keySet());
    message = new XmlPieces("message", "item", Set.copyOf(items));
  }

  @Override
  public String format() {
    return "newsml-g2";
  }

  @Override
  public boolean accepts(Input input) {
    String root = XmlPieces.root(input);
    return root != null && (root.equals(MESSAGE) || message.names().contains(root));
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    String file = input.name();
    if (message.read(input, (item, where) -> outcome(item, file, where), outcomes) == 0) {
      outcomes.accept(new Outcome.PassedOver(file, "the message has no items"));
    }
  }

  private Outcome outcome(Element item, String file, String where) {
    String other = NO_NEWS.get(XmlPieces.name(item));
    if (other != null) {
      return new Outcome.PassedOver(file, where + " is " + other + ", not news");
    }
    Draft draft = new Draft(dates);
    NewsItem.add(item, draft);
    return draft.outcome(file, where, format());
  }
}
