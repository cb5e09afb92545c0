package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** So many articles are as late as some instant as one finds who reads every date. */
class SortedDatesTest {

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** Of 1 to some thousands, many of one time; all, some or none are dated. */
  private List<Long> dates() {
    int span = 1 << random.nextInt(14);
    double dated = List.of(0.0, 0.9, 1.0).get(random.nextInt(3));
    List<Long> dates = new ArrayList<>();
    for (int i = random.nextInt(1 << random.nextInt(1, 14)); i >= 0; i--) {
      dates.add(
          random.nextDouble() < dated ? random.nextLong(-span, span + 1L) : Generation.UNDATED);
    }
    return dates;
  }

  @Test
  void asManyAreThisLateOrLaterAsIsSeenByReadingEveryDate() throws Exception {
    for (int i = Boolean.getBoolean("dateline.deep") ? 2_000 : 40; i > 0; i--) {
      List<Long> dates = dates();
      try (Directory directory = new ByteBuffersDirectory()) {
        write(directory, dates);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          compare(reader.leaves().getFirst().reader(), dates);
        }
      }
    }
  }

  private static void write(Directory directory, List<Long> dates) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig().setIndexSort(Generation.NEWEST_FIRST);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (long date : dates) {
        Document document = new Document();
        if (date != Generation.UNDATED) {
          document.add(new NumericDocValuesField(Fields.PUBLISHED, date));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private void compare(LeafReader segment, List<Long> dates) throws Exception {
    SortedDates sorted = new SortedDates(segment);
    List<Long> asked = new ArrayList<>(List.of(Long.MAX_VALUE, Generation.UNDATED + 1));
    for (int i = random.nextInt(60); i > 0; i--) {
      asked.add(dates.get(random.nextInt(dates.size())) + random.nextInt(2));
    }
    asked.removeIf(date -> date == Generation.UNDATED);
    asked.sort(Comparator.reverseOrder());
    for (long date : asked) {
      long expected = dates.stream().filter(each -> each >= date).count();
      assertEquals(expected, sorted.since(date), () -> "since " + date + " with seed " + seed);
    }
  }
}
