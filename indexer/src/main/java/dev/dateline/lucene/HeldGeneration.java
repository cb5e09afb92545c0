package dev.dateline.lucene;

import java.io.Closeable;
import java.io.IOException;

/**
 * The latest commit of the generation in use, which stays readable until it is closed.
 *
 * @param number the number of the generation
 */
record HeldGeneration(long number, HeldCommit commit) implements Closeable {

  @Override
  public void close() throws IOException {
    commit.close();
  }
}
