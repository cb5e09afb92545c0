package dev.dateline.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * Syncs each file once. Lucene never changes a file that it has written, and yet asks at each
 * commit for a sync of all files of all segments; a sync of what is on disk costs a flush of the
 * disk's cache all the same. A file that could not be synced is not taken for one that was, and a
 * directory that is opened knows of none. Thread-safe.
 */
final class SyncedOnce extends FilterDirectory {

  private final Set<String> synced = ConcurrentHashMap.newKeySet();

  SyncedOnce(Directory in) {
    super(in);
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    List<String> fresh = names.stream().filter(name -> !synced.contains(name)).toList();
    in.sync(fresh);
    synced.addAll(fresh);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    synced.remove(name);
    return in.createOutput(name, context);
  }

  @Override
  public void rename(String source, String target) throws IOException {
    synced.remove(source);
    synced.remove(target);
    in.rename(source, target);
  }

  @Override
  public void deleteFile(String name) throws IOException {
    synced.remove(name);
    in.deleteFile(name);
  }
}
