package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is indexed of articles with what their stored text gives: each is indexed once
 * more, alone and in memory, and each of its words, lengths and values is looked up. Used by one
 * thread.
 */
final class StoredAgainstIndexed {

  /** Articles that are named, at most: what is wrong with one is wrong with others. */
  private static final int MOST_NAMED = 20;

  private final DirectoryReader reader;
  private final String path;
  private final List<Damage> damages = new ArrayList<>();
  private long compared;

  /**
   * @param path where the index lies
   */
  StoredAgainstIndexed(DirectoryReader reader, String path) {
    this.reader = reader;
    this.path = path;
  }

  /** How many articles were compared. */
  long compared() {
    return compared;
  }

  /**
   * The differences of some articles, evenly spread over the index.
   *
   * @param most how many, at most; 0 for none
   */
  List<Damage> sample(int most) throws IOException {
    StoredFields stored = reader.storedFields();
    for (int i = 0; i < Math.min(most, reader.maxDoc()) && damages.size() < MOST_NAMED; i++) {
      int number = (int) ((long) i * reader.maxDoc() / Math.min(most, reader.maxDoc()));
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(number, reader.leaves()));
      int doc = number - leaf.docBase;
      Bits live = leaf.reader().getLiveDocs();
      if (live == null || live.get(doc)) {
        compare(ArticleDocument.read(stored, number), leaf.reader(), doc);
      }
    }
    return damages;
  }

  private void compare(Article article, LeafReader indexed, int doc) throws IOException {
    compared++;
    try (ByteBuffersDirectory memory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = Generation.create(memory)) {
        writer.addDocument(ArticleDocument.of(article));
      }
      try (DirectoryReader alone = DirectoryReader.open(memory)) {
        String difference = difference(alone.leaves().getFirst().reader(), indexed, doc);
        if (difference != null) {
          damages.add(new Damage(path, "the article " + article.id() + ": " + difference));
        }
      }
    }
  }

  /** What the one document of an index has that another does not have so, or null. */
  private static @Nullable String difference(LeafReader expected, LeafReader indexed, int doc)
      throws IOException {
    for (FieldInfo field : expected.getFieldInfos()) {
      String name = field.name;
      boolean same =
          (field.getIndexOptions() == IndexOptions.NONE || sameWords(name, expected, indexed, doc))
              && (!field.hasNorms() || sameLength(name, expected, indexed, doc))
              && sameValues(field, expected, indexed, doc);
      if (!same) {
        return "what is indexed of its " + name + " is not what is stored";
      }
    }
    return null;
  }

  private static boolean sameWords(String field, LeafReader expected, LeafReader indexed, int doc)
      throws IOException {
    Terms terms = expected.terms(field);
    if (terms == null) {
      return true; // a text of which no word is made, such as "!"
    }
    TermsEnum words = terms.iterator();
    TermsEnum there = indexed.terms(field) == null ? null : indexed.terms(field).iterator();
    for (BytesRef word = words.next(); word != null; word = words.next()) {
      if (there == null || !there.seekExact(word)) {
        return false;
      }
      PostingsEnum once = words.postings(null, PostingsEnum.FREQS);
      PostingsEnum all = there.postings(null, PostingsEnum.FREQS);
      once.nextDoc();
      if (all.advance(doc) != doc || all.freq() != once.freq()) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameLength(String field, LeafReader expected, LeafReader indexed, int doc)
      throws IOException {
    return sameNumber(expected.getNormValues(field), indexed.getNormValues(field), doc);
  }

  private static boolean sameValues(
      FieldInfo field, LeafReader expected, LeafReader indexed, int doc) throws IOException {
    DocValuesType type = field.getDocValuesType();
    if (type == DocValuesType.NUMERIC) {
      return sameNumber(
          expected.getNumericDocValues(field.name), indexed.getNumericDocValues(field.name), doc);
    }
    if (type == DocValuesType.BINARY) {
      return sameBytes(
          expected.getBinaryDocValues(field.name), indexed.getBinaryDocValues(field.name), doc);
    }
    return type != DocValuesType.SORTED_SET || sameSet(field.name, expected, indexed, doc);
  }

  private static boolean sameBytes(
      @Nullable BinaryDocValues expected, @Nullable BinaryDocValues there, int doc)
      throws IOException {
    if (expected == null || !expected.advanceExact(0)) {
      return true;
    }
    return there != null
        && there.advanceExact(doc)
        && there.binaryValue().equals(expected.binaryValue());
  }

  private static boolean sameNumber(
      @Nullable NumericDocValues expected, @Nullable NumericDocValues there, int doc)
      throws IOException {
    if (expected == null || !expected.advanceExact(0)) {
      return true;
    }
    return there != null && there.advanceExact(doc) && there.longValue() == expected.longValue();
  }

  private static boolean sameSet(String field, LeafReader expected, LeafReader indexed, int doc)
      throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(expected, field);
    SortedSetDocValues there = DocValues.getSortedSet(indexed, field);
    if (!values.advanceExact(0)) {
      return true;
    }
    if (!there.advanceExact(doc) || there.docValueCount() != values.docValueCount()) {
      return false;
    }
    for (int i = 0; i < values.docValueCount(); i++) {
      BytesRef value = BytesRef.deepCopyOf(values.lookupOrd(values.nextOrd()));
      if (!value.equals(there.lookupOrd(there.nextOrd()))) {
        return false;
      }
    }
    return true;
  }
}
