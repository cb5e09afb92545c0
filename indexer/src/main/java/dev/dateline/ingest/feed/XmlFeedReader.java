package dev.dateline.ingest.feed;

import dev.dateline.ingest.reader.AllowanceReader;
import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * RSS 0.90 to 2.0, Atom 0.3 and 1.0, and CDF. A feed is read entry by entry, of any length. jsoup
 * reads XML as it comes, also where it is broken, and knows no entities but those of HTML: what a
 * DOCTYPE defines or refers to is never looked at.
 */
public final class XmlFeedReader implements ArticleReader {

  private static final Pattern ROOT =
      Pattern.compile(
          "(?:\\s++|<\\?[^>]*+>|<!--(?s:.)*?-->|<!DOCTYPE[^\\[>]*+(?:\\[[^\\]]*+\\]\\s*+)?+>){0,50}+"
              + "<(?:[\\w.-]+:)?(?<name>rss|feed|rdf|channel)[\\s>]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RSS_1 =
      Pattern.compile("http://purl\\.org/rss/1\\.0/[\"']|netscape\\.com/rdf/simple/0\\.9/");

  private static final Set<String> ENTRIES = Set.of("item", "entry");

  private static final String CUT_OFF = "the feed is cut off before its end";

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
    if (!input.start().startsWith("<")) {
      return false;
    }
    Matcher root = ROOT.matcher(input.start());
    return root.lookingAt()
        && (!root.group("name").equalsIgnoreCase("rdf") || RSS_1.matcher(input.start()).find());
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    new Reading(input, outcomes).read();
  }

  /** The reading of one feed. */
  private final class Reading {

    private final String file;
    private final AllowanceReader text;
    private final Consumer<Outcome> outcomes;
    private @Nullable Feed feed;
    private int entries;
    private int elements;

    /** An entry without an end tag: whether the feed goes on after it is not known yet. */
    private @Nullable Element open;

    Reading(Input input, Consumer<Outcome> outcomes) throws IOException {
      this.file = input.name();
      this.text = new AllowanceReader(input.text(), Limits.ARTICLE_LENGTH);
      this.outcomes = outcomes;
    }

    void read() throws IOException {
      Parser xml = Parser.xmlParser().setTrackPosition(true);
      try (StreamParser parser = new StreamParser(xml).parse(text, "")) {
        Iterator<Element> all = parser.iterator();
        for (Element element = next(all); element != null; element = next(all)) {
          if (!take(element)) {
            ends(Limits.TOO_MANY_ELEMENTS);
            return;
          }
        }
      } catch (AllowanceReader.UsedUpException tooLong) {
        ends(Limits.TOO_LONG);
        return;
      }
      if (entries == 0) {
        outcomes.accept(new Outcome.PassedOver(file, "the feed has no entries"));
      }
    }

    /** The next element that has ended, or null at the end of the feed. */
    private static @Nullable Element next(Iterator<Element> all) throws IOException {
      try {
        return all.hasNext() ? all.next() : null;
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    /** Takes an element that has ended; returns whether the reading goes on. */
    private boolean take(Element element) {
      if (ENTRIES.contains(element.tag().localName().toLowerCase(Locale.ROOT))) {
        flush();
        if (element.endSourceRange().isImplicit() && element.childrenSize() > 0) {
          open = element;
        } else {
          add(element);
        }
        elements = 0;
        text.renew();
      } else if (element.parent() == null || element.parent().parent() == null) {
        end(element);
      }
      return ++elements <= Limits.ELEMENTS;
    }

    private void add(Element entry) {
      entries++;
      outcomes.accept(new XmlFeedEntry(entry, feed(entry), dates).outcome(file, where(entries)));
      remove(entry);
    }

    /** With the white space before it: that of a long feed would pile up. */
    private static void remove(Element entry) {
      if (entry.previousSibling() instanceof TextNode space) {
        space.remove();
      }
      entry.remove();
    }

    private void flush() {
      if (open != null) {
        add(open);
        open = null;
      }
    }

    /** The outermost element ends: without an end tag the feed is cut off. */
    private void end(Element outermost) {
      if (outermost.parent() != null && outermost.endSourceRange().isImplicit()) {
        entries++;
        outcomes.accept(new Outcome.Malformed(file, open == null ? "" : where(entries), CUT_OFF));
        open = null;
      } else {
        flush();
      }
    }

    private void ends(String reason) {
      outcomes.accept(
          new Outcome.Malformed(
              file, where(entries + 1), reason + "; what follows in the file was not read"));
    }

    private Feed feed(Element entry) {
      if (feed == null) {
        feed = XmlFeedEntry.feed(channel(entry));
      }
      return feed;
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

    private static String where(int number) {
      return "entry " + number;
    }
  }
}
