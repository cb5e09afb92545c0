package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

/** Values are counted and told right, whether they are kept in memory or are too many for it. */
class FacetFieldTest {

  private static final int DOCUMENTS = 1_000;

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void ofOneValueADocumentOrNone() throws IOException {
    assertCounted(20, 1);
  }

  @Test
  void ofSeveralValuesADocument() throws IOException {
    assertCounted(200, 5);
  }

  @Test
  void ofMoreValuesThanAreKept() throws IOException {
    assertCounted(2_000_000, 150);
  }

  @Test
  void ofNoValueAtAll() throws IOException {
    assertCounted(1, 0);
  }

  /**
   * Counts the values of documents that have up to so many.
   *
   * @param different how many there are to choose from
   */
  private void assertCounted(int different, int each) throws IOException {
    FixedBitSet hits = new FixedBitSet(DOCUMENTS);
    Map<String, Integer> expected = new HashMap<>();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int doc = 0; doc < DOCUMENTS; doc++) {
        Document document = new Document();
        boolean hit = random.nextInt(3) > 0;
        random
            .ints(random.nextInt(each + 1), 0, different)
            .distinct()
            .mapToObj(number -> "value " + number)
            .forEach(
                value -> {
                  String text = FacetTerm.of(value).text();
                  document.add(new SortedSetDocValuesField("field", new BytesRef(text)));
                  if (hit) {
                    expected.merge(value, 1, Integer::sum);
                  }
                });
        writer.addDocument(document);
        if (hit) {
          hits.set(doc);
        }
      }
      writer.forceMerge(1);
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        LeafReader segment = reader.leaves().getFirst().reader();
        assertEquals(expected, counted(segment, hits), () -> "dateline.seed=" + seed);
        assertEquals(expected, counted(segment, hits), () -> "again, dateline.seed=" + seed);
      }
    }
  }

  private static Map<String, Integer> counted(LeafReader segment, FixedBitSet hits)
      throws IOException {
    FacetField field = FacetField.of(segment, "field");
    Map<String, Integer> counted = new HashMap<>();
    int[] counts = field.counts(hits);
    for (int number = 0; number < counts.length; number++) {
      if (counts[number] > 0) {
        counted.put(field.term(number).written(), counts[number]);
      }
    }
    return counted;
  }
}
