package dev.dateline.ingest.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The labels and the boilerplate of story texts, as {@code story-text.json} lists them. Case, a
 * trailing colon and the kind of apostrophes and dots do not matter.
 */
public final class StoryProfile {

  private static final List<Field> LABELLED =
      List.of(Field.SUMMARY, Field.TAKEAWAYS, Field.BODY, Field.PARTS);

  private final Map<String, Field> labels = new HashMap<>();
  private final Set<String> boilerplate;
  private final String commentsLabel;
  private final Set<String> commentsLines;

  private StoryProfile(JsonNode json) {
    for (Field field : LABELLED) {
      lines(json.path(field.text())).forEach(label -> labels.put(label, field));
    }
    boilerplate = lines(json.path("boilerplate"));
    commentsLabel = normal(json.path("comments").path("label").stringValue());
    commentsLines = lines(json.path("comments").path("lines"));
  }

  /** The profile that Dateline brings. */
  public static StoryProfile load() {
    try (InputStream in = StoryProfile.class.getResourceAsStream("story-text.json")) {
      return new StoryProfile(JsonMapper.builder().build().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A line that begins with a label.
   *
   * @param label the label as it stands there, without a trailing colon
   * @param field the field of what comes under it
   * @param text the text after a colon in the same line, or empty
   */
  public record LabelLine(String label, Field field, String text) {

    /** Whether what it labels tells the whole story in short. */
    public boolean isOfTheWhole() {
      return field == Field.SUMMARY || field == Field.TAKEAWAYS;
    }
  }

  /** What a line labels, or null if it is no label. */
  public @Nullable LabelLine label(String line) {
    Field whole = labels.get(normal(line));
    if (whole != null) {
      return new LabelLine(withoutColon(line), whole, "");
    }
    int colon = line.indexOf(':');
    Field lead = colon < 0 ? null : labels.get(normal(line.substring(0, colon)));
    return lead == null
        ? null
        : new LabelLine(line.substring(0, colon).strip(), lead, line.substring(colon + 1).strip());
  }

  /** Whether the whole line is known to be no part of a story. */
  public boolean isBoilerplate(String line) {
    return boilerplate.contains(normal(line));
  }

  /**
   * Where the comments begin, or the number of lines if there are none. A line "Comments" alone is
   * not enough: the next one must be of a comments block, unless the text ends there.
   */
  public int commentsStart(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (normal(lines.get(i)).equals(commentsLabel)) {
        int next = i + 1;
        while (next < lines.size() && lines.get(next).isEmpty()) {
          next++;
        }
        if (next == lines.size() || commentsLines.contains(normal(lines.get(next)))) {
          return i;
        }
      }
    }
    return lines.size();
  }

  private static Set<String> lines(JsonNode list) {
    Set<String> lines = new HashSet<>();
    list.forEach(line -> lines.add(normal(line.stringValue())));
    return lines;
  }

  private static String normal(String line) {
    return withoutColon(line.replace('’', '\'').replace("…", "...").toLowerCase(Locale.ROOT));
  }

  private static String withoutColon(String line) {
    String stripped = line.strip();
    return stripped.endsWith(":") ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
  }
}
