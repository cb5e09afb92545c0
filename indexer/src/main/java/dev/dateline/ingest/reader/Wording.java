package dev.dateline.ingest.reader;

import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says to its readers: its headlines and its texts. */
final class Wording {

  private final Trail trail;
  private final List<Part> parts = new ArrayList<>();
  private @Nullable String title;
  private @Nullable String originalTitle;
  private List<String> summary = List.of();
  private List<String> body = List.of();

  Wording(Trail trail) {
    this.trail = trail;
  }

  void title(String text, String rule) {
    String line = trail.line(text);
    if (title == null && !line.isEmpty()) {
      title = line;
      trail.rule("title", rule);
    } else if (!line.isEmpty() && !line.equals(title)) {
      trail.drop(line, rule + ": there is another headline");
    }
  }

  void originalTitle(String text, String rule) {
    String line = trail.line(text);
    if (title == null) {
      title(text, rule);
    } else if (originalTitle == null && !line.isEmpty() && !line.equals(title)) {
      originalTitle = line;
      trail.rule("originalTitle", rule);
    }
  }

  void summary(String text, String rule) {
    List<String> paragraphs = clean(MarkupText.paragraphs(text));
    if (summary.isEmpty() && !paragraphs.isEmpty()) {
      summary = paragraphs;
      trail.rule("summary", rule);
    }
  }

  void summaryOrPart(String text, String label, String rule) {
    if (summary.isEmpty()) {
      summary(text, rule);
      return;
    }
    String whole = String.join("\n\n", clean(MarkupText.paragraphs(text)));
    if (!whole.isEmpty()) {
      parts.add(new Part(trail.line(label), whole));
      trail.rule("parts", rule);
    }
  }

  void body(List<String> paragraphs, String rule) {
    List<String> clean = clean(paragraphs);
    if (body.isEmpty() && !clean.isEmpty()) {
      body = clean;
      trail.rule("body", rule);
    }
  }

  boolean isEmpty() {
    return title == null && summary.isEmpty() && body.isEmpty() && parts.isEmpty();
  }

  void addTo(ArticleBuilder article) {
    dropRepetitions();
    article
        .title(title)
        .originalTitle(originalTitle)
        .summary(summary.isEmpty() ? null : String.join("\n", summary))
        .body(body)
        .parts(parts);
  }

  /** Much text begins with its headline, and many a summary is the text. */
  private void dropRepetitions() {
    int headlines = 0;
    while (headlines < body.size() && body.get(headlines).equals(title)) {
      trail.drop(body.get(headlines), "the headline again");
      headlines++;
    }
    body = body.subList(headlines, body.size());
    if (!body.isEmpty() && body.equals(summary)) {
      trail.drop(String.join("\n", summary), "the summary says the same as the body");
      summary = List.of();
    }
  }

  private List<String> clean(List<String> paragraphs) {
    return paragraphs.stream().map(trail::clean).filter(text -> !text.isEmpty()).toList();
  }
}
