package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.util.IOUtils;

/** A generation that is made of another while nobody writes to the index. */
final class NewGeneration {

  private NewGeneration() {}

  /** What puts the articles into it. */
  interface Filling {
    void fill(OpenGeneration next) throws IOException;
  }

  /**
   * Makes one that is whole and on disk, and not in use yet.
   *
   * @return its number
   * @throws IOException if it could not be written; nothing of it is left then
   */
  static long make(IndexFolder index, Filling filling) throws IOException {
    OpenGeneration next = OpenGeneration.create(index);
    try {
      filling.fill(next);
      next.close();
      return next.number();
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, next::abandon, () -> index.remove(next.number()));
      if (e instanceof IllegalStateException && e.getCause() instanceof IOException failed) {
        throw failed; // after a write has failed Lucene says of the next that its writer is closed
      }
      throw e;
    }
  }
}
