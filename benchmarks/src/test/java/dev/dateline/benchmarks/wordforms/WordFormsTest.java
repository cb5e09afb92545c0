package dev.dateline.benchmarks.wordforms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.benchmarks.corpus.NewsText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to carry word forms are compared only as far as they give the same answers. */
class WordFormsTest {

  private static final List<NewsText> TEXTS =
      List.of(
          text("1", "He was hoping for the properties of the foreign currency"),
          text("2", "Only the hope of a property in the university"),
          text("3", "Universities hoped, and currencies fell"));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(WordForms.class)
  void plainWordsMatchInflectedForms(WordForms forms) throws IOException {
    assertEquals(3, count(forms, forms.plain("body", "hope")));
    assertEquals(2, count(forms, forms.plain("body", "properties")));
    assertEquals(1, count(forms, forms.plain("body", "only")));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STEMS_ONLY")
  void phrasesAndPrefixesMatchWordsAsWritten(WordForms forms) throws IOException {
    assertEquals(1, count(forms, forms.phrase("body", List.of("property", "in"))));
    assertEquals(0, count(forms, forms.phrase("body", List.of("properties", "in"))));
    assertEquals(1, count(forms, forms.prefix("body", "universiti")));
  }

  private int count(WordForms forms, Query query) throws IOException {
    WordFormsIndex index = new WordFormsIndex(folder, forms, true);
    index.add(TEXTS);
    int[] count = new int[1];
    index.search(searcher -> count[0] = searcher.count(query));
    index.delete();
    return count[0];
  }

  private static NewsText text(String id, String body) {
    return new NewsText(id, "", "", body, Instant.EPOCH);
  }
}
