package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.index.UnusableIndexException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  @TempDir private Path folder;

  private Verification verify() throws IOException {
    return Verification.of(folder, 10_000, bytes -> {});
  }

  /** Without a comparison of articles, which takes longest. */
  private Verification verifyFiles() throws IOException {
    return Verification.of(folder, 0, bytes -> {});
  }

  @Test
  void aSoundIndexIsFoundSound() throws IOException {
    Archive.make(folder);
    AtomicLong read = new AtomicLong();

    Verification found = Verification.of(folder, 1_000, read::addAndGet);

    assertEquals(List.of(), found.damages());
    assertEquals(190, found.articles());
    assertEquals(190, found.compared());
    assertEquals(Archive.files(folder).size(), found.files());
    assertEquals(found.bytes(), read.get());
  }

  @Test
  void anArticleWithoutAWordIsSound() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.add(Article.builder().id("a").title("!!!").section("§").tags("…").body("?").build());
      writer.add(Article.builder().id("b").title("Rain").section("Local").body("It fell.").build());
    }
    assertEquals(List.of(), verify().damages());
  }

  @Test
  void everyFlippedBitIsFoundAndItsFileNamed() throws IOException {
    Archive.make(folder);
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Path> files = Archive.files(folder);
    for (int i = 0; i < (Boolean.getBoolean("dateline.deep") ? 200 : 20); i++) {
      Path file = files.get(random.nextInt(files.size()));
      int at = random.nextInt((int) Files.size(file));
      Archive.flip(file, at);

      Verification found = verifyFiles();

      String context = "dateline.seed=" + seed + " " + file + " byte " + at + " " + found;
      assertFalse(found.isSound(), context);
      assertTrue(found.damages().toString().contains(file.getFileName().toString()), context);
      Archive.flip(file, at);
    }
    assertTrue(verify().isSound());
  }

  /** Damaged there, Lucene takes it for what another version of Lucene wrote, or misses files. */
  @Test
  void whereverACommitIsDamagedItIsFound() throws IOException {
    Archive.write(folder, 0, 3);
    for (Path file : Archive.files(folder)) {
      String name = file.getFileName().toString();
      if (name.startsWith("segments_") || name.endsWith(".si")) {
        for (int at = 0; at < Files.size(file); at += at < 40 ? 1 : 16) {
          Archive.flip(file, at);
          assertFalse(Checksums.check(folder, bytes -> {}).damages().isEmpty(), name + " " + at);
          Archive.flip(file, at);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        assertFalse(verifyFiles().isSound(), name);
        Files.write(file, bytes);
      }
    }
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Archive.make(folder);
    Path file = Archive.files(folder).getFirst();
    Files.delete(file);

    String found = verify().damages().toString();

    assertTrue(found.contains(file.getFileName() + ", what=the file is missing"), found);
  }

  @Test
  void anIdThatIsThereTwiceIsNamed() throws IOException {
    Archive.make(folder);
    writeRaw(ArticleDocument.of(Archive.article(77)));

    List<Damage> found = verify().damages();

    assertEquals(List.of("the id wire-77 is there 2 times"), what(found));
  }

  @Test
  void anArticleThatIsIndexedOtherwiseThanItIsStoredIsNamed() throws IOException {
    Archive.make(folder);
    Document document = ArticleDocument.of(Archive.article(300));
    Article other = Archive.article(300).with().title("Trains stand still").build();
    document.removeFields(Fields.ARTICLE);
    document.add(
        new StoredField(Fields.ARTICLE, ArticleDocument.of(other).getBinaryValue(Fields.ARTICLE)));
    writeRaw(document);

    List<Damage> found = verify().damages();

    assertEquals(1, found.size(), found.toString());
    assertTrue(
        found.getFirst().what().startsWith("the article wire-300: what is indexed of its "),
        found.toString());
  }

  @Test
  void damageInWhatIsKeptOfSourcesIsFoundToo() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.add(Archive.article(1));
      writer.commit();
      writer
          .sources()
          .keep("a.txt", new ByteArrayInputStream("Ferries sail".repeat(99).getBytes(UTF_8)));
      writer.sources().commit();
    }
    assertTrue(verify().isSound());
    Path file;
    try (var files = Files.list(folder.resolve("sources"))) {
      file = files.filter(f -> f.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    Archive.flip(file, (int) Files.size(file) / 2);

    assertEquals("sources/" + file.getFileName(), verify().damages().getFirst().file());
  }

  @Test
  void anIndexIsVerifiedWhileItIsWritten() throws IOException {
    Archive.make(folder);
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      for (int number = 1_000; number < 1_100; number++) {
        writer.add(Archive.article(number));
        writer.commit();
        if (number % 20 == 0) {
          assertEquals(List.of(), verifyFiles().damages());
        }
      }
    }
  }

  @Test
  void whereThereIsNoIndexThereIsNothingToVerify() {
    assertThrows(UnusableIndexException.class, this::verify);
  }

  private void writeRaw(Document document) throws IOException {
    try (Directory directory = new IndexFolder(folder).open(1);
        IndexWriter writer = Generation.openWriter(directory)) {
      writer.addDocument(document);
    }
  }

  private static List<String> what(List<Damage> damages) {
    return damages.stream().map(Damage::what).toList();
  }
}
