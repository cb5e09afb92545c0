package dev.dateline.ingest.feed;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.XmlPieces;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS 0.90 to 2.0, Atom 0.3 and 1.0, and CDF. A feed is read entry by entry, of any length. */
public final class XmlFeedReader implements ArticleReader {

  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");

  private static final Pattern RSS_1 =
      Pattern.compile("http://purl\\.org/rss/1\\.0/[\"']|netscape\\.com/rdf/simple/0\\.9/");

  private static final XmlPieces FEED = new XmlPieces("feed", "entry", Set.of("item", "entry"));

  private final Dates dates;

  public XmlFeedReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return "feed";
  }

  @Override
  public boolean accepts(Input input) {
    String root = XmlPieces.root(input);
    return root != null
        && ROOTS.contains(root)
        && (!root.equals("rdf") || RSS_1.matcher(input.start()).find());
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    if (FEED.read(input, new Entries(input.name()), outcomes) == 0) {
      outcomes.accept(new Outcome.PassedOver(input.name(), "the feed has no entries"));
    }
  }

  /** The entries of one feed, which share what it says of itself. */
  private final class Entries implements XmlPieces.Maker {

    private final String file;
    private @Nullable Feed feed;

    Entries(String file) {
      this.file = file;
    }

    @Override
    public Outcome outcome(Element entry, String where) {
      if (feed == null) {
        feed = XmlFeedEntry.feed(channel(entry));
      }
      return new XmlFeedEntry(entry, feed, dates).outcome(file, where);
    }

    /** In RSS 1.0 the channel stands before the entries, else they are in it. */
    private static Element channel(Element entry) {
      Element parent = entry.parent();
      if (parent == null) {
        return entry;
      }
      for (Element sibling : parent.children()) {
        if (sibling.tag().localName().equalsIgnoreCase("channel")) {
          return sibling;
        }
      }
      return parent;
    }
  }
}
