package dev.dateline.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;

/** One verification of an index, from its files to what is in them. Used once. */
final class Inspection {

  private final IndexFolder index;
  private final int most;
  private final LongConsumer progress;
  private final List<Damage> damages = new ArrayList<>();
  private int files;
  private long bytes;
  private int segments;
  private long articles;
  private long compared;

  /**
   * @param most how many articles to compare with what is indexed of them; none of an index that an
   *     earlier version made
   * @param progress is told, again and again, how many bytes were read
   */
  Inspection(IndexFolder index, int most, LongConsumer progress) {
    this.index = index;
    this.most = most;
    this.progress = progress;
  }

  Verification run() throws IOException {
    long number = generation();
    sources();
    kept();
    return new Verification(
        Long.toString(number), segments, articles, files, bytes, compared, damages);
  }

  private long generation() throws IOException {
    long number = index.current();
    try (HeldGeneration held = index.hold()) {
      number = held.number();
      Schema schema = Schema.of(held.commit().commit());
      if (!schema.isEarlier()) {
        Schema.check(held.commit());
      }
      String path = IndexFolder.name(number);
      segments = held.commit().commit().size();
      articles = Generation.articles(held.commit().commit());
      structures(held.commit(), path);
      if (damages.isEmpty() && schema.isUnderstood()) {
        promises(held.commit(), path);
      }
    } catch (CorruptIndexException | EOFException | IndexNotFoundException | InternalError e) {
      damages.add(Damage.unreadable(IndexFolder.name(number), e));
    }
    return number;
  }

  private void sources() throws IOException {
    String path = index.sources().path().getFileName().toString();
    try (HeldCommit sources = index.holdSources()) {
      if (sources != null) {
        structures(sources, path);
      }
    } catch (CorruptIndexException | EOFException | InternalError e) {
      damages.add(Damage.unreadable(path, e));
    }
  }

  /** The generation to which one can go back; it may be removed meanwhile. */
  private void kept() throws IOException {
    OptionalLong previous = index.previous();
    if (previous.isPresent()) {
      List<Damage> found = KeptGeneration.damages(index, previous.getAsLong(), progress);
      if (index.previous().equals(previous)) {
        damages.addAll(found);
      }
    }
  }

  private void structures(HeldCommit commit, String path) throws IOException {
    files += commit.listAll().length;
    bytes += commit.bytes();
    damages.addAll(Structures.damages(commit, path, progress));
  }

  private void promises(HeldCommit commit, String path) throws IOException {
    try (DirectoryReader reader = Generation.openReader(commit)) {
      damages.addAll(Invariants.of(reader, path));
      StoredAgainstIndexed comparison = new StoredAgainstIndexed(reader, path);
      damages.addAll(comparison.sample(most));
      compared = comparison.compared();
    }
  }
}
