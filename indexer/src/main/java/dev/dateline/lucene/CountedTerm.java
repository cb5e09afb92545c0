package dev.dateline.lucene;

import org.apache.lucene.util.BytesRef;

/**
 * A term of an article: a word as written, behind its mark, or a stem.
 *
 * @param term not to be changed
 * @param times how often the article has it, by {@link Ranking#times}
 */
record CountedTerm(BytesRef term, int times) {

  /** Whether it is a stem. */
  boolean isStem() {
    return term.length == 0 || term.bytes[term.offset] != WordFormsFilter.MARK.charAt(0);
  }
}
