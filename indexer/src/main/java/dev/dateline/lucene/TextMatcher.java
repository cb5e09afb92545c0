package dev.dateline.lucene;

import dev.dateline.lucene.PhraseOccurrences.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Finds in texts what a query looks for. A word is compared with the query when it is first seen;
 * after that it costs one look-up, as news uses the same words again and again. Used by one thread.
 */
final class TextMatcher {

  private static final Step[] NONE = {};

  private final List<Sought> sought;
  private final Beginnings beginnings;
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final CharArrayMap<Step[]> english = new CharArrayMap<>(512, false);
  private final CharArrayMap<Step[]> neutral = new CharArrayMap<>(16, false);

  TextMatcher(List<Sought> sought) {
    this.sought = sought;
    this.beginnings =
        new Beginnings(sought.stream().map(each -> each.places().getFirst().beginning()).toList());
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
    if (!beginnings.mayBeIn(text)) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>();
    Map<Integer, PhraseOccurrences> phrases = new HashMap<>();
    try (TokenStream stream = Analysis.written().tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        for (Step step : steps(term, isEnglish)) {
          Sought one = sought.get(step.sought());
          if (!one.fields().contains(field)) {
            continue;
          }
          if (one.places().size() == 1) {
            matches.add(new Match(offset.startOffset(), offset.endOffset(), step.sought()));
          } else {
            phrases
                .computeIfAbsent(step.sought(), number -> new PhraseOccurrences(one))
                .add(
                    step.place(),
                    position - one.places().get(step.place()).position(),
                    new Word(offset.startOffset(), offset.endOffset()));
          }
        }
      }
      stream.end();
    }
    phrases.forEach(
        (number, phrase) ->
            phrase.phrases(word -> matches.add(new Match(word.start(), word.end(), number))));
    matches.sort(Comparator.comparingInt(Match::start));
    return matches;
  }

  private Step[] steps(CharTermAttribute term, boolean isEnglish) {
    CharArrayMap<Step[]> known = isEnglish ? english : neutral;
    Step[] steps = known.get(term.buffer(), 0, term.length());
    if (steps == null) {
      String written = term.toString();
      steps = compared(new SeenWord(written, isEnglish ? this::stem : word -> word));
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

  private String stem(String written) {
    stemmer.setCurrent(written);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
