package dev.dateline.export;

import dev.dateline.article.Article;
import java.io.IOException;

/** Writes articles in one form. */
interface HitWriter {

  /** What comes before the first. */
  void begin() throws IOException;

  void write(Article article) throws IOException;

  /** What comes after the last; nothing is held back then. */
  void end(long count) throws IOException;
}
