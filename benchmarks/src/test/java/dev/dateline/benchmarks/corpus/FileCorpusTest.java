package dev.dateline.benchmarks.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCorpusTest {

  @TempDir private Path folder;

  @Test
  void everyLineIsAnArticleWithOrWithoutAnEndOfTheLast() throws IOException {
    String lines = "{\"title\": \"Ferries sail\"}\n{\"title\": \"Zürich votes\"}";
    for (String text : new String[] {lines, lines + "\n"}) {
      Path file = Files.writeString(folder.resolve("news.jsonl"), text);
      FileCorpus corpus = new FileCorpus(file, folder);
      assertEquals(2, corpus.size());
      assertEquals("Ferries sail", corpus.article(0).title());
      assertEquals("Zürich votes", corpus.article(1).title());
    }
  }

  @Test
  void aLineThatIsNoArticleIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("news.jsonl"), "{\"title\": \"Ferries\"}\n[]\n");
    FileCorpus corpus = new FileCorpus(file, folder);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> corpus.article(1));
    assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
  }
}
