package dev.dateline.lucene;

import dev.dateline.lucene.PhraseOccurrences.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArrayMap;

/**
 * Finds in texts what a query looks for. A word is compared with the query when it is first seen;
 * after that it costs one look-up, as news uses the same words again and again. Used by one thread.
 */
final class TextMatcher {

  private static final Step[] NONE = {};

  private final List<Sought> sought;
  private final boolean phrases;

  /** Of each phrase, and of what is no phrase, the first word: most texts have none. */
  private final Beginnings starts;

  private final WordsOfText words;
  private final EnglishStems stems = new EnglishStems();
  private final CharArrayMap<Step[]> english = new CharArrayMap<>(16, false);
  private final CharArrayMap<Step[]> neutral = new CharArrayMap<>(16, false);

  TextMatcher(List<Sought> sought) {
    this.sought = sought;
    this.phrases = sought.stream().anyMatch(each -> each.places().size() > 1);
    this.starts = beginnings(sought.stream().map(each -> each.places().getFirst()));
    this.words =
        new WordsOfText(
            beginnings(sought.stream().flatMap(each -> each.places().stream())), phrases);
  }

  private static Beginnings beginnings(Stream<Sought.Place> places) {
    return new Beginnings(places.map(Sought.Place::beginning).toList());
  }

  /** A word of the query that a word of a text is: which phrase, and which place in it. */
  private record Step(int sought, int place) {}

  /**
   * A word of a text that the query looks for.
   *
   * @param start the offset of its first UTF-16 unit
   * @param end the offset after its last
   * @param sought what it is of
   */
  record Match(int start, int end, int sought) {}

  /** The matches in a text, by their start. */
  List<Match> in(String field, String text, boolean isEnglish) throws IOException {
    if (phrases && !starts.mayBeIn(text)) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>();
    Map<Integer, PhraseOccurrences> occurrences = new HashMap<>();
    words.forEach(
        text,
        (letters, length, start, end, position) -> {
          for (Step step : steps(letters, length, isEnglish)) {
            Sought one = sought.get(step.sought());
            if (!one.fields().contains(field)) {
              continue;
            }
            if (one.places().size() == 1) {
              matches.add(new Match(start, end, step.sought()));
            } else {
              occurrences
                  .computeIfAbsent(step.sought(), number -> new PhraseOccurrences(one))
                  .add(
                      step.place(),
                      position - one.places().get(step.place()).position(),
                      new Word(start, end));
            }
          }
        });
    occurrences.forEach(
        (number, phrase) ->
            phrase.phrases(word -> matches.add(new Match(word.start(), word.end(), number))));
    matches.sort(Comparator.comparingInt(Match::start));
    return matches;
  }

  private Step[] steps(char[] letters, int length, boolean isEnglish) {
    CharArrayMap<Step[]> known = isEnglish ? english : neutral;
    Step[] steps = known.get(letters, 0, length);
    if (steps == null) {
      String written = new String(letters, 0, length);
      steps = compared(new SeenWord(written, isEnglish ? stems::of : word -> word));
      known.put(written, steps);
    }
    return steps;
  }

  private Step[] compared(SeenWord word) {
    List<Step> steps = new ArrayList<>();
    for (int number = 0; number < sought.size(); number++) {
      List<Sought.Place> places = sought.get(number).places();
      for (int place = 0; place < places.size(); place++) {
        if (places.get(place).form().is(word)) {
          steps.add(new Step(number, place));
        }
      }
    }
    return steps.isEmpty() ? NONE : steps.toArray(Step[]::new);
  }
}
