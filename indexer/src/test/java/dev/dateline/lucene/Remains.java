package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Where in a folder a word still is: in the bytes of any file, in what Lucene stores of any
 * document, deleted or not, and in its terms. Files that no commit needs any more are named too.
 */
final class Remains {

  private final String word;
  private final Set<String> found = new TreeSet<>();

  private Remains(String word) {
    this.word = word;
  }

  static Set<String> of(Path folder, String word) throws IOException {
    Remains remains = new Remains(word);
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.toList();
    }
    for (Path path : all) {
      if (Files.isRegularFile(path)) {
        remains.file(path);
      } else {
        remains.index(path);
      }
    }
    return remains.found;
  }

  private void file(Path file) throws IOException {
    if (new String(Files.readAllBytes(file), ISO_8859_1).contains(word)) {
      found.add(file + ": bytes");
    }
  }

  private void index(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return;
      }
      Set<String> files = new HashSet<>(List.of(directory.listAll()));
      files.removeAll(SegmentInfos.readLatestCommit(directory).files(true));
      files.remove("write.lock");
      files.forEach(file -> found.add(folder + "/" + file + ": needed by no commit"));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          stored(folder, leaf.reader());
          terms(folder, leaf.reader());
        }
      }
    }
  }

  private void stored(Path folder, LeafReader segment) throws IOException {
    for (int doc = 0; doc < segment.maxDoc(); doc++) {
      for (IndexableField field : segment.storedFields().document(doc)) {
        if (text(field).contains(word)) {
          found.add(folder + ": stored " + field.name());
        }
      }
    }
  }

  private static String text(IndexableField field) {
    BytesRef bytes = field.binaryValue();
    return bytes == null
        ? String.valueOf(field.stringValue())
        : new String(bytes.bytes, bytes.offset, bytes.length, UTF_8);
  }

  private void terms(Path folder, LeafReader segment) throws IOException {
    List<FieldInfo> fields = new ArrayList<>();
    segment.getFieldInfos().forEach(fields::add);
    for (FieldInfo field : fields) {
      TermsEnum terms = Terms.getTerms(segment, field.name).iterator();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        if (new String(term.bytes, term.offset, term.length, UTF_8).contains(word)) {
          found.add(folder + ": a term of " + field.name);
        }
      }
    }
  }
}
