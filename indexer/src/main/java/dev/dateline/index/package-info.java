/**
 * What can be asked of an index, and told to it? The seam between everything that people touch and
 * the engine that answers: {@link dev.dateline.index.ArticleIndex} reads, {@link
 * dev.dateline.index.ArticleWriter} writes, and a {@link dev.dateline.index.Backend} opens both.
 * Requests and answers are values; nothing here belongs to one engine.
 */
@NullMarked
package dev.dateline.index;

import org.jspecify.annotations.NullMarked;
