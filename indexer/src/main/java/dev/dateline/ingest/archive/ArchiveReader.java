package dev.dateline.ingest.archive;

import dev.dateline.ingest.archive.Entries.Entry;
import dev.dateline.ingest.archive.Entries.Kind;
import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.ExcessException;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcome.Malformed;
import dev.dateline.ingest.reader.Outcome.PassedOver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Zip and tar files: each entry is read as a file of its own, as long as the archive goes. As in a
 * folder, hidden entries are left out and links passed over.
 */
public final class ArchiveReader implements ArticleReader {

  /** Archives in archives. Deeper ones are made to be deep, some without end. */
  private static final int DEEPEST = 3;

  /** Archives of news have a million entries at most. */
  private static final int MOST_ENTRIES = 10_000_000;

  /** A part of a name that begins with a dot, and the folder that a Mac adds. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "(?:^|.*[/\\\\])(?:\\.(?!\\.?(?:[/\\\\]|$))|__MACOSX[/\\\\]).*", Pattern.DOTALL);

  private final Inside inside;
  private final int mostEntries;

  /**
   * @param inside reads the entries
   */
  public ArchiveReader(Inside inside) {
    this(inside, MOST_ENTRIES);
  }

  ArchiveReader(Inside inside, int mostEntries) {
    this.inside = inside;
    this.mostEntries = mostEntries;
  }

  @Override
  public String format() {
    return "archive";
  }

  @Override
  public boolean accepts(Input input) {
    return ZipEntries.recognizes(input) || TarEntries.recognizes(input);
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    if (input.depth() == DEEPEST) {
      String reason = "it lies more than " + DEEPEST + " archives deep";
      outcomes.accept(new Malformed(input.name(), "", reason));
      return;
    }
    try (Entries entries =
        ZipEntries.recognizes(input) ? new ZipEntries(input) : new TarEntries(input)) {
      readAll(input, entries, outcomes);
    }
  }

  private void readAll(Input input, Entries entries, Consumer<Outcome> outcomes)
      throws ExcessException {
    int count = 1;
    try {
      for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
        if (count > mostEntries) {
          throw new ExcessException("it has more than " + mostEntries + " entries");
        }
        read(input, entry, entries.content(), outcomes);
        count++;
      }
    } catch (IOException e) {
      // Where the next entry begins is not known.
      outcomes.accept(Malformed.of(input.name(), "entry " + count, e));
    }
  }

  private void read(Input archive, Entry entry, InputStream content, Consumer<Outcome> outcomes)
      throws ExcessException {
    String name = archive.nameOf(entry.name());
    boolean hidden = HIDDEN.matcher(entry.name()).matches();
    try {
      if (entry.unreadable() != null) {
        outcomes.accept(new Malformed(name, "", entry.unreadable()));
        return;
      }
      if (entry.kind() == Kind.LINK && !hidden) {
        outcomes.accept(new PassedOver(name, "it is a link"));
      } else if (entry.kind() == Kind.OTHER && !hidden) {
        outcomes.accept(new PassedOver(name, "it is neither a file nor a folder"));
      } else if (entry.kind() == Kind.FILE && !hidden) {
        try (Input file = archive.entry(name, content)) {
          inside.read(file, outcomes);
        }
      }
      // What is left is unpacked here, where it counts.
      content.transferTo(OutputStream.nullOutputStream());
    } catch (ExcessException e) {
      throw e;
    } catch (IOException e) {
      outcomes.accept(Malformed.of(name, "", e));
    }
  }
}
