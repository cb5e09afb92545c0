package dev.dateline.lucene;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.jspecify.annotations.Nullable;

/**
 * The words that only hold a sentence together, by language: Snowball's lists, which come with
 * Lucene. They can be searched like any others, and are never suggested alone.
 */
final class FunctionWords {

  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("da", "danish"),
          Map.entry("de", "german"),
          Map.entry("en", "english"),
          Map.entry("es", "spanish"),
          Map.entry("fi", "finnish"),
          Map.entry("fr", "french"),
          Map.entry("hu", "hungarian"),
          Map.entry("it", "italian"),
          Map.entry("nl", "dutch"),
          Map.entry("no", "norwegian"),
          Map.entry("pt", "portuguese"),
          Map.entry("ru", "russian"),
          Map.entry("sv", "swedish"));

  private static final Map<String, CharArraySet> READ = new ConcurrentHashMap<>();
  private static final Map<String, Set<String>> STEMS = new ConcurrentHashMap<>();

  private FunctionWords() {}

  /**
   * The function words of a language; none where there is no list.
   *
   * @param language a language tag, or null for English
   */
  static CharArraySet of(@Nullable String language) {
    String list = list(language);
    return list == null ? CharArraySet.EMPTY_SET : READ.computeIfAbsent(list, FunctionWords::read);
  }

  private static @Nullable String list(@Nullable String language) {
    String primary = language == null ? "en" : language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return LISTS.get(primary);
  }

  /**
   * The stems of the function words of a language.
   *
   * @param language a language tag, or null for English
   */
  static Set<String> stems(@Nullable String language) {
    String list = list(language);
    return list == null
        ? Set.of()
        : STEMS.computeIfAbsent(list, each -> stems(of(language), Analysis.isEnglish(language)));
  }

  private static Set<String> stems(CharArraySet words, boolean english) {
    return Arrays.stream(words.toArray())
        .flatMap(word -> Analysis.words(new String((char[]) word)).stream())
        .map(word -> english ? word.english() : word.neutral())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static CharArraySet read(String list) {
    String resource = list + "_stop.txt";
    try (Reader words =
        new InputStreamReader(
            Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      return CharArraySet.unmodifiableSet(WordlistLoader.getSnowballWordSet(words));
    } catch (IOException e) {
      throw new UncheckedIOException("a list that comes with Lucene", e);
    }
  }
}
