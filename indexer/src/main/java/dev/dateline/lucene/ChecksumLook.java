package dev.dateline.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * One look at the files of an index, which may take hours: each is opened when its turn has come,
 * and let go of when a writer has removed it. Used by one thread.
 */
final class ChecksumLook {

  private final Checksums before;
  private final IndexFolder index;
  private final Map<String, Long> files = new HashMap<>();

  /** What is damaged of what is being looked at, and who is told of it. */
  private List<Damage> damages = new ArrayList<>();

  private Consumer<Damage> told;
  private final Checksums.Observer observer;

  ChecksumLook(Checksums before, IndexFolder index, Checksums.Observer observer) {
    this.before = before;
    this.index = index;
    this.observer = observer;
    this.told = observer::found;
  }

  Checksums look() throws IOException {
    long number;
    do { // once more where another generation was put in use meanwhile
      number = index.current();
      damages.clear();
      files.clear();
      generation(number);
    } while (index.current() != number);
    sources();
    List<Damage> inUse = damages;
    damages = new ArrayList<>();
    told = observer::foundInKept;
    kept();
    return new Checksums(inUse, damages, files);
  }

  private void kept() throws IOException {
    OptionalLong previous = index.previous();
    if (previous.isPresent()) {
      KeptGeneration.list(index, previous.getAsLong()).forEach(this::found);
      generation(previous.getAsLong());
      if (!index.previous().equals(previous)) {
        damages.clear(); // it was removed meanwhile, or put in use
      }
    }
  }

  private void generation(long number) throws IOException {
    String path = IndexFolder.name(number);
    try (Directory directory = index.open(number)) {
      commit(directory, index.path(number), path);
    } catch (CorruptIndexException | EOFException | IndexNotFoundException | InternalError e) {
      if (isNamed(number)) {
        found(Damage.unreadable(path, e));
      }
    } catch (NoSuchFileException e) {
      if (isNamed(number)) {
        throw new IOException(path + " is not there, where the index should be", e);
      }
    }
  }

  /** Whether a generation is in use, or kept; else it is being removed. */
  private boolean isNamed(long number) throws IOException {
    return index.current() == number || index.previous().equals(OptionalLong.of(number));
  }

  private void sources() throws IOException {
    Path folder = index.sources().path();
    String path = folder.getFileName().toString();
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      if (DirectoryReader.indexExists(directory)) {
        commit(directory, folder, path);
      }
    } catch (CorruptIndexException | EOFException | InternalError e) {
      found(Damage.unreadable(path, e));
    } catch (NoSuchFileException e) {
      // They were removed at this moment, or others take their place: those are new.
    }
  }

  private void commit(Directory directory, Path folder, String path) throws IOException {
    int known = damages.size();
    try {
      for (String name : HeldCommit.readLatest(directory).files(true)) {
        file(directory, folder.resolve(name), path + "/" + name);
      }
    } catch (CorruptIndexException | EOFException | InternalError e) {
      // Which file that was is told by the checksums of all that are there.
      for (String name : directory.listAll()) {
        if (IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()
            || name.startsWith(IndexFileNames.SEGMENTS)) {
          file(directory, folder.resolve(name), path + "/" + name);
        }
      }
      if (damages.size() == known) {
        throw e;
      }
    }
  }

  private void file(Directory directory, Path path, String file) throws IOException {
    String name = path.getFileName().toString();
    try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
      file(in, path, file);
    } catch (NoSuchFileException e) {
      // A file is removed after the commit that does without it.
      if (HeldCommit.readLatest(directory).files(true).contains(name)) {
        found(new Damage(file, "the file is missing"));
      }
    }
  }

  private void file(IndexInput in, Path path, String file) throws NoSuchFileException {
    try {
      long checksum = CodecUtil.retrieveChecksum(in);
      files.put(file, checksum);
      if (before.holds(file, checksum)) {
        before.all().stream().filter(old -> old.file().equals(file)).forEach(damages::add);
      } else {
        in.seek(0);
        Structures.checksum(in, bytes -> read(path, bytes));
      }
    } catch (IOException | InternalError e) { // an error where a mapped file cannot be read
      found(Structures.notAsWritten(file, e));
    } catch (UncheckedIOException e) {
      throw new NoSuchFileException(file);
    }
  }

  private void read(Path path, long bytes) {
    observer.read(bytes);
    if (Files.notExists(path)) {
      throw new UncheckedIOException(new NoSuchFileException(path.toString()));
    }
  }

  private void found(Damage damage) {
    damages.add(damage);
    if (!before.all().contains(damage)) {
      told.accept(damage);
    }
  }
}
