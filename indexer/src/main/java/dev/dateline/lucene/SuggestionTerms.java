package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Source;
import dev.dateline.index.Suggestion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.jspecify.annotations.Nullable;

/**
 * What an article gives to suggest: its authors, tags and source, each found by any of its words;
 * and the words and phrases of its title, summary and takeaways, the parts in which people say in a
 * few words what it is about. What is a phrase that several articles have is seen when it is asked
 * for.
 */
final class SuggestionTerms {

  /** Words of a phrase, at most: enough for {@code bank of england}. Not fitted. */
  private static final int MOST_WORDS = 3;

  /** A value longer than this is no name that a person would type. In characters. */
  private static final int LONGEST = 100;

  /** Shorter words are not suggested alone, nor begin or end a phrase, in scripts with case. */
  private static final int SHORTEST_WORD = 3;

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:['’.&][\\p{L}\\p{M}\\p{N}]++)*+");

  /** What may stand between two words of a phrase. */
  private static final Pattern WITHIN = Pattern.compile("[\\s\\-‐‑]+");

  private final Set<String> terms = new TreeSet<>();
  private final CharArraySet functionWords;

  private SuggestionTerms(@Nullable String language) {
    this.functionWords = FunctionWords.of(language);
  }

  /** The terms of an article, each once. */
  static Set<String> of(Article article) {
    SuggestionTerms made = new SuggestionTerms(article.language());
    Source source = article.source();
    if (source != null && source.name() != null) {
      made.value(Kind.SOURCE, source.name());
    }
    article.authors().forEach(author -> made.value(Kind.AUTHOR, author));
    article.tags().forEach(tag -> made.value(Kind.TAG, tag));
    made.phrases(article.title());
    made.phrases(article.summary());
    article.takeaways().forEach(made::phrases);
    return made.terms;
  }

  private void value(Kind kind, String value) {
    String written = FacetTerm.of(value).written();
    String key = SuggestionTerm.key(written);
    if (written.length() > LONGEST || key.chars().noneMatch(Character::isLetter)) {
      return;
    }
    for (int start = 0; start >= 0; start = next(key, start)) {
      terms.add(new SuggestionTerm(key.substring(start), kind, written).text());
    }
  }

  /** Where the next word starts, or -1. */
  private static int next(String key, int start) {
    int blank = key.indexOf(' ', start);
    return blank < 0 ? -1 : blank + 1;
  }

  /** A word in its place, and whether it can begin or end a phrase. */
  private record Placed(int start, int end, boolean tells, boolean follows) {}

  private void phrases(@Nullable String text) {
    if (text == null) {
      return;
    }
    List<Placed> words = words(text);
    for (int first = 0; first < words.size(); first++) {
      if (!words.get(first).tells()) {
        continue;
      }
      for (int last = first; last < Math.min(words.size(), first + MOST_WORDS); last++) {
        if (last > first && !words.get(last).follows()) {
          break;
        }
        if (words.get(last).tells()) {
          phrase(text.substring(words.get(first).start(), words.get(last).end()));
        }
      }
    }
  }

  private List<Placed> words(String text) {
    List<Placed> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String between = text.substring(end, matcher.start());
      String word = matcher.group().toLowerCase(Locale.ROOT);
      words.add(
          new Placed(
              matcher.start(), matcher.end(), tells(word), WITHIN.matcher(between).matches()));
      end = matcher.end();
    }
    return words;
  }

  private boolean tells(String word) {
    boolean cased = Character.isLowerCase(word.codePointAt(0));
    return word.length() >= (cased ? SHORTEST_WORD : 2)
        && word.chars().anyMatch(Character::isLetter)
        && !functionWords.contains(word.replace('’', '\''));
  }

  private void phrase(String text) {
    String written = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("['’]s$", "");
    if (written.length() <= LONGEST) {
      terms.add(new SuggestionTerm(SuggestionTerm.key(written), Kind.PHRASE, written).text());
    }
  }
}
