package dev.dateline.ingest.story;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.StoryProfile;
import dev.dateline.ingest.reader.Texts;
import java.io.IOException;
import java.util.function.Consumer;

/** Plain text of one story, as copied from a page: see {@link StoryText}. */
public final class StoryTextReader implements ArticleReader {

  private final StoryProfile profile = StoryProfile.load();

  @Override
  public String format() {
    return StoryText.FORMAT;
  }

  @Override
  public boolean accepts(Input input) {
    return input.isText()
        && !input.start().startsWith("<")
        && (input.isNamed(".txt", ".text") || input.isNamedWithoutEnding() || hasLabels(input));
  }

  /** Whether several fields are labelled, each in a line of its own: one alone is in many files. */
  private boolean hasLabels(Input input) {
    return input
            .start()
            .lines()
            .map(profile::label)
            .filter(label -> label != null && label.text().isEmpty())
            .map(StoryProfile.LabelLine::field)
            .distinct()
            .count()
        > 1;
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    String text = Texts.all(input.westernText(), Limits.ARTICLE_LENGTH);
    outcomes.accept(
        text == null
            ? new Outcome.Malformed(input.name(), "", Limits.TOO_LONG)
            : new StoryText(text, profile).read(input.name()));
  }
}
