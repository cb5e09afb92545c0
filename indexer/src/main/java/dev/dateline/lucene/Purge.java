package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * What was done so that of articles nothing is left but their ids, as withdrawn.
 *
 * @param sources what the kept sources were called that held one of them, and were removed as a
 *     whole
 * @param readFrom the files that they were read from, as far as that is known; they are not touched
 * @param remains where they may still be, as paths, each with the reason
 */
public record Purge(List<String> sources, List<String> readFrom, List<String> remains) {

  public Purge {
    sources = List.copyOf(sources);
    readFrom = List.copyOf(readFrom);
    remains = List.copyOf(remains);
  }

  /** Erases them in the generation in use and in the one that is kept. */
  static Purge ofGenerations(Swaps swaps, IndexFolder folder, Set<String> ids) throws IOException {
    return swaps.holdOff(
        (open, succession) -> {
          Set<String> readFrom = new TreeSet<>();
          Set<String> telling = new TreeSet<>();
          for (String id : ids) {
            Optional<Article> article = open.find(id);
            article.map(held -> held.provenance().file()).ifPresent(readFrom::add);
            article.map(Purge::telling).orElse(Stream.of()).forEach(telling::add);
            succession.note(id);
          }
          FailureList.purge(folder.root(), telling);
          open.erase(ids, succession::save);
          List<String> remains = new ArrayList<>(eraseInPrevious(folder, ids));
          for (Path damaged : folder.setAside().list()) {
            remains.add(damaged + ": it was set aside as damaged; remove it");
          }
          return new Purge(List.of(), List.copyOf(readFrom), remains);
        });
  }

  private static List<String> eraseInPrevious(IndexFolder folder, Set<String> ids)
      throws IOException {
    OptionalLong previous = folder.previous();
    if (previous.isEmpty()) {
      return List.of();
    }
    try {
      Schema.checkKept(folder, previous.getAsLong());
      erase(OpenGeneration.open(folder, previous.getAsLong()), ids);
      return List.of();
    } catch (UnusableIndexException e) {
      return List.of(remains(folder.path(previous.getAsLong()), e));
    } catch (IOException | RuntimeException | InternalError e) {
      // One that is damaged stands in the way of nothing else that must be purged.
      return List.of(
          remains(folder.path(previous.getAsLong()), e)
              + "; if it is damaged, dateline rollback --discard removes it");
    }
  }

  /** Where it may still be, and what stood in the way. */
  static String remains(Path place, Throwable why) {
    String reason = Objects.requireNonNullElse(why.getMessage(), why.toString());
    return place + (why instanceof NoSuchFileException ? ": missing is " : ": ") + reason;
  }

  /** After a sync that failed, a commit would acknowledge what is not on disk. */
  private static void erase(OpenGeneration kept, Set<String> ids) throws IOException {
    try {
      kept.erase(ids, () -> {});
      kept.close();
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, kept::abandon);
      throw e;
    }
  }

  /** What tells an article from others where it is spoken of. */
  private static Stream<String> telling(Article article) {
    return Stream.of(article.url(), article.title(), article.originalTitle())
        .filter(Objects::nonNull);
  }

  /** The same with the kept sources that were removed. */
  Purge withSources(List<String> removed) {
    return new Purge(removed, readFrom, remains);
  }

  /** The same with other places where they may still be. */
  Purge withRemains(List<String> places) {
    return new Purge(sources, readFrom, Stream.concat(remains.stream(), places.stream()).toList());
  }
}
