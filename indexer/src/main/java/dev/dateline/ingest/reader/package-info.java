/**
 * What is a reader, and what does it work with?
 *
 * <p>What a reader did goes into a {@code Trail}, which becomes the provenance; dates, paragraphs
 * and bullets are read by {@code Dates} and {@code Texts}, the same for all. The labels of story
 * text are in {@code story-text.json}, the names of JSON fields in {@code Field}.
 */
@NullMarked
package dev.dateline.ingest.reader;

import org.jspecify.annotations.NullMarked;
