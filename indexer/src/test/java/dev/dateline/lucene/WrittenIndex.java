package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with an index that is written and read at a time. */
abstract class WrittenIndex {

  @TempDir Path folder;
  LuceneWriter writer;
  LuceneIndex index;

  @BeforeEach
  void open() throws IOException {
    writer = LuceneWriter.open(folder);
    index = LuceneIndex.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    writer.close();
  }

  static Article article(String id, String title) {
    return Article.builder().id(id).title(title).build();
  }

  void add(String id, String title) throws IOException {
    writer.add(article(id, title));
  }

  String titleOf(String id) throws IOException {
    index.refresh();
    return index.find(id).map(Article::title).orElse("none");
  }

  List<String> generations() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("generations"))) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
