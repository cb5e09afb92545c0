package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Source;
import dev.dateline.index.Suggestion.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private final Set<String> terms = new LinkedHashSet<>();
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

  /**
   * A word of a text.
   *
   * @param between what stands between it and the word before
   * @param written itself, without a possessive
   * @param possessive what is left out at the end of a phrase, or nothing
   * @param key the written word as it is compared
   * @param tells whether it can begin or end a phrase
   * @param follows whether a phrase can go on with it
   */
  private record Word(
      String between,
      String written,
      String possessive,
      String key,
      boolean tells,
      boolean follows) {}

  private void phrases(@Nullable String text) {
    if (text == null) {
      return;
    }
    List<Word> words = words(Analysis.singleBlanks(text).toLowerCase(Locale.ROOT));
    for (int first = 0; first < words.size(); first++) {
      if (words.get(first).tells()) {
        phrases(words.subList(first, Math.min(words.size(), first + MOST_WORDS)));
      }
    }
  }

  /** The phrases that begin with the first of these words. */
  private void phrases(List<Word> words) {
    StringBuilder written = new StringBuilder();
    StringBuilder key = new StringBuilder();
    for (Word word : words) {
      if (!written.isEmpty()) {
        if (!word.follows()) {
          return;
        }
        written.append(word.between());
        key.append(' ');
      }
      written.append(word.written());
      key.append(word.key());
      if (word.tells() && written.length() <= LONGEST) {
        terms.add(new SuggestionTerm(key.toString(), Kind.PHRASE, written.toString()).text());
      }
      written.append(word.possessive());
      key.append(word.possessive().isEmpty() ? "" : "s");
    }
  }

  /** The words of a text that is in lower case and has single blanks. */
  private List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      words.add(word(text.substring(end, matcher.start()), matcher.group()));
      end = matcher.end();
    }
    return words;
  }

  private Word word(String between, String word) {
    boolean possessive = word.endsWith("'s") || word.endsWith("’s");
    String written = possessive ? word.substring(0, word.length() - 2) : word;
    return new Word(
        between,
        written,
        word.substring(written.length()),
        SuggestionTerm.key(written),
        tells(word),
        between.equals(" ") || WITHIN.matcher(between).matches());
  }

  private boolean tells(String word) {
    boolean cased = Character.isLowerCase(word.codePointAt(0));
    return word.length() >= (cased ? SHORTEST_WORD : 2)
        && word.chars().anyMatch(Character::isLetter)
        && !functionWords.contains(word.replace('’', '\''));
  }
}
