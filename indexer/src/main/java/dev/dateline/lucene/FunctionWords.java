package dev.dateline.lucene;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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

  private FunctionWords() {}

  /**
   * The function words of a language; none where there is no list.
   *
   * @param language a language tag, or null for English
   */
  static CharArraySet of(@Nullable String language) {
    String primary = language == null ? "en" : language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    String list = LISTS.get(primary);
    return list == null ? CharArraySet.EMPTY_SET : READ.computeIfAbsent(list, FunctionWords::read);
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
