package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;

/**
 * What could be saved of a damaged index.
 *
 * @param generation the name of the generation that is in use: a new one, where the articles were
 *     damaged
 * @param saved how many articles were taken over into it, hidden ones among them
 * @param doubtful the ids of those among them that may not be as they were: the file that they were
 *     read from is damaged, or what says which articles were deleted is
 * @param lost how many articles could not be read
 * @param unknown what could not be read without it being known how many articles that were, in
 *     words
 * @param sources what was left out of the sources, in words; which files were read is forgotten
 *     then
 * @param damaged where what was damaged lies now
 */
public record Salvage(
    String generation,
    long saved,
    List<String> doubtful,
    long lost,
    List<String> unknown,
    List<String> sources,
    List<Path> damaged) {

  public Salvage {
    doubtful = List.copyOf(doubtful);
    unknown = List.copyOf(unknown);
    sources = List.copyOf(sources);
    damaged = List.copyOf(damaged);
  }

  /**
   * Saves what can be saved. Where the generation in use is damaged, a new one is built of all
   * articles whose stored text can be read, whatever else of the index is damaged, and put in use.
   * Where sources are damaged, what is damaged of them is left out. What was damaged is set aside,
   * for whoever keeps the index to look at and remove: it outlasts a crash, which leaves the index
   * as it was or as it is to be.
   *
   * <p>The generation that was kept from before stays. Where not all articles were saved as they
   * were, nobody can go back to it any more: what is lost would be taken for deleted.
   *
   * @param found what is damaged
   * @param progress is told, again and again, how many documents were looked at
   * @throws UnusableIndexException if there is no index, if nothing of it can be read, if neither
   *     the generation in use nor sources are damaged, if a later version made it, or if another
   *     process writes to it; the index then is as it was
   * @throws IOException if what is new could not be written; the index then is as it was
   */
  @SuppressWarnings("try") // the lock is held, and no more
  public static Salvage of(Path folder, Verification found, LongConsumer progress)
      throws IOException {
    IndexFolder index = new IndexFolder(folder);
    index.current(); // says so where there is no index
    try (WriteLock alone = WriteLock.takeAlone(index.root())) {
      boolean kept = found.isDamaged(index.sources().path().getFileName().toString());
      index.confirmCurrent();
      long number = index.current();
      boolean articles = found.isDamaged(IndexFolder.name(number));
      Path sources = index.sources().path();
      if (!articles && !kept) {
        throw new UnusableIndexException(
            "neither the articles in use nor the sources in "
                + index.root()
                + " were found to be damaged: there is nothing to save");
      }
      Path draft = index.broughtAlong().draft();
      List<String> left = kept ? SavedSources.make(sources, draft) : List.of();
      if (articles) {
        return ofArticles(index, number, kept, left, progress);
      }
      Path damaged = index.setAside().keep(sources);
      index.broughtAlong().bring(number);
      index.confirmCurrent();
      return new Salvage(Long.toString(number), 0, List.of(), 0, List.of(), left, List.of(damaged));
    }
  }

  private static Salvage ofArticles(
      IndexFolder index, long number, boolean sources, List<String> left, LongConsumer progress)
      throws IOException {
    try (Directory directory = index.open(number)) {
      ReadableCommit commit = ReadableCommit.of(directory, index);
      if (!Schema.of(commit.segments()).isEarlier()) {
        Schema.check(commit.segments(), directory);
      }
      SavedArticles articles = new SavedArticles(commit, progress);
      long next = NewGeneration.make(index, articles::fill);
      List<Path> damaged = new ArrayList<>();
      damaged.add(index.setAside().keep(index.path(number)));
      if (sources) {
        damaged.add(index.setAside().keep(index.sources().path()));
        index.broughtAlong().bring(next);
      }
      OptionalLong previous = index.previous();
      if (previous.isPresent() && articles.isAll()) {
        carryOver(index, previous.getAsLong(), number, next);
      }
      index.use(next, previous);
      index.confirmCurrent();
      index.removeUnused();
      return new Salvage(
          Long.toString(next),
          articles.saved(),
          articles.doubtful(),
          articles.lost(),
          articles.unknown(),
          left,
          damaged);
    }
  }

  /** What was written since another was in use, so that one can still go back to that. */
  private static void carryOver(IndexFolder index, long previous, long number, long next)
      throws IOException {
    try {
      WrittenSince.copy(index.writtenSince(previous, number), index.writtenSince(previous, next));
    } catch (NoSuchFileException | CorruptIndexException e) {
      // Nobody could go back before.
    }
  }
}
