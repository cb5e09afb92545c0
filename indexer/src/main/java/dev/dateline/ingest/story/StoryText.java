package dev.dateline.ingest.story;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Part;
import dev.dateline.ingest.reader.Field;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Outcomes;
import dev.dateline.ingest.reader.StoryProfile;
import dev.dateline.ingest.reader.Texts;
import dev.dateline.ingest.reader.Trail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The making of an article from the text of a page: a headline, labelled sections, often the
 * original headline, and the comments, which are dropped. Without any label all is body.
 */
final class StoryText {

  static final String FORMAT = "story-text";

  /** The longest first line, in characters, that is taken as a headline. */
  private static final int LONGEST_TITLE = 300;

  /** So many lines of the comments are kept in the provenance. */
  private static final int KEPT_COMMENTS = 20;

  private final StoryProfile profile;
  private final Trail trail = new Trail();
  private final List<String> lines;
  private final ArticleBuilder article = Article.builder();
  private final List<String> summary = new ArrayList<>();
  private final List<String> takeaways = new ArrayList<>();
  private final List<String> body = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  StoryText(String text, StoryProfile profile) {
    this.profile = profile;
    this.lines = text.strip().lines().map(trail::clean).toList();
  }

  /**
   * The lines under a label.
   *
   * @param label the label, or null before the first one
   */
  private record Section(StoryProfile.@Nullable LabelLine label, List<String> lines) {

    static Section of(StoryProfile.@Nullable LabelLine label) {
      return new Section(label, new ArrayList<>());
    }

    String rule() {
      return label == null ? "text before the first label" : "label \"" + label.label() + "\"";
    }
  }

  /** Makes the article. Call once. */
  Outcome read(String file) {
    int end = profile.commentsStart(lines);
    if (end == lines.size() && lines.stream().allMatch(line -> profile.label(line) == null)) {
      readUnlabelled();
    } else {
      readLabelled(end);
    }
    article
        .summary(summary.isEmpty() ? null : String.join("\n", summary))
        .takeaways(takeaways)
        .body(body)
        .parts(parts)
        .provenance(trail.provenance(file, FORMAT));
    return Outcomes.of(article, null, file, "");
  }

  private void readUnlabelled() {
    trail.note("no known label: all is body");
    boolean titled = lines.size() > 1 && lines.getFirst().length() <= LONGEST_TITLE;
    if (titled) {
      setTitle(lines.getFirst());
    }
    trail.rule("body", "all text");
    body.addAll(StoryParagraphs.of(lines.subList(titled ? 1 : 0, lines.size())));
  }

  private void readLabelled(int end) {
    dropComments(lines.subList(end, lines.size()));
    int start = 0;
    String first = lines.getFirst();
    if (end > 0 && first.length() <= LONGEST_TITLE && profile.label(first) == null) {
      setTitle(first);
      start = 1;
      end = withoutRepeatedTitle(first, end);
    }
    for (Section section : sections(lines.subList(start, end))) {
      add(section);
    }
  }

  private void setTitle(String line) {
    article.title(line);
    trail.rule("title", "first line");
  }

  private void dropComments(List<String> comments) {
    comments.stream().limit(KEPT_COMMENTS).forEach(line -> drop(line, "comments"));
    if (comments.size() > KEPT_COMMENTS) {
      trail.note((comments.size() - KEPT_COMMENTS) + " further lines of comments are left out");
    }
  }

  private void drop(String line, String rule) {
    if (!line.isEmpty()) {
      trail.drop(line, rule);
    }
  }

  /** Takes the publisher's own headline from the last line, and returns where the text ends. */
  private int withoutRepeatedTitle(String title, int end) {
    int last = end - 1;
    while (last > 0 && (lines.get(last).isEmpty() || profile.isBoilerplate(lines.get(last)))) {
      last--;
    }
    String line = lines.get(last);
    if (last == 0 || profile.label(line) != null || !Titles.areNear(title, line)) {
      return end;
    }
    if (line.equals(title)) {
      drop(line, "repeat of the title");
    } else {
      article.originalTitle(line);
      trail.rule("originalTitle", "last line, whose words are nearly those of the title");
    }
    lines.subList(last + 1, end).forEach(after -> drop(after, "boilerplate"));
    return last;
  }

  private List<Section> sections(List<String> text) {
    List<Section> sections = new ArrayList<>(List.of(Section.of(null)));
    for (String line : text) {
      StoryProfile.LabelLine label = profile.label(line);
      if (profile.isBoilerplate(line)) {
        drop(line, "boilerplate");
      } else if (label == null) {
        sections.getLast().lines().add(line);
      } else {
        sections.add(Section.of(label));
        sections.getLast().lines().add(label.text());
      }
    }
    return sections;
  }

  private void add(Section section) {
    List<String> paragraphs = StoryParagraphs.of(section.lines());
    StoryProfile.LabelLine label = section.label();
    Field field = label == null ? Field.BODY : label.field();
    if (!paragraphs.isEmpty()) {
      trail.rule(field.text(), section.rule());
    } else if (label != null) {
      trail.note("there is no text under \"" + label.label() + "\"");
    }
    switch (field) {
      case SUMMARY -> summary.addAll(paragraphs);
      case TAKEAWAYS ->
          section.lines().stream()
              .map(Texts::withoutBullet)
              .filter(line -> !line.isEmpty())
              .forEach(takeaways::add);
      case PARTS -> {
        if (label != null && !paragraphs.isEmpty()) {
          parts.add(new Part(label.label(), String.join("\n\n", paragraphs)));
        }
      }
      default -> body.addAll(paragraphs);
    }
  }
}
