/**
 * How does embedded Lucene answer? {@link dev.dateline.lucene.LuceneIndex} reads a folder, {@link
 * dev.dateline.lucene.LuceneWriter} writes it, and {@link dev.dateline.lucene.Reindex} builds it
 * anew beside the old one.
 *
 * <p>Read in this order: {@code Fields} and {@code ArticleDocument} (what is in the index), {@code
 * Analysis} (its words), {@code IndexFolder} (what is on disk), {@code QueryTranslator}, {@code
 * Ranking} and {@code Search} (a question's way).
 */
@NullMarked
package dev.dateline.lucene;

import org.jspecify.annotations.NullMarked;
