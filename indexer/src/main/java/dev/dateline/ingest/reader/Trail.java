package dev.dateline.ingest.reader;

import dev.dateline.article.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects, while an article is read, what its provenance will say. */
public final class Trail {

  /** A document may have any number of names for what adds to a field. */
  private static final int LONGEST_RULE = 500;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final SequencedMap<String, String> rules = new LinkedHashMap<>();
  private final List<Provenance.Dropped> dropped = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /** The rule set the field, or added to it. */
  public void rule(String field, String rule) {
    rules.merge(
        field,
        rule,
        (all, added) ->
            ("; " + all).endsWith("; " + added) || all.length() > LONGEST_RULE
                ? all
                : all + "; " + added);
  }

  public void drop(String text, String rule) {
    dropped.add(new Provenance.Dropped(text, rule));
  }

  public void note(String note) {
    notes.add(note);
  }

  /** The text, clean; notes it if it is not what its author wrote. */
  public String clean(String text) {
    String clean = Texts.clean(text);
    if (clean.indexOf('\uFFFD') >= 0) {
      note("some characters could not be read: they are shown as U+FFFD");
    }
    return clean;
  }

  /** The same in one line. */
  public String line(String text) {
    return SPACE.matcher(clean(text)).replaceAll(" ");
  }

  public Provenance provenance(@Nullable String file, String format) {
    return new Provenance(file, format, rules, dropped, List.copyOf(notes));
  }

  /** An earlier provenance of the same article, and what was noted since. */
  public Provenance addedTo(Provenance earlier) {
    Set<String> all = new LinkedHashSet<>(earlier.notes());
    all.addAll(notes);
    return new Provenance(
        earlier.file(), earlier.format(), earlier.rules(), earlier.dropped(), List.copyOf(all));
  }
}
