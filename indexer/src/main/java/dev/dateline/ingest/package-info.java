/**
 * How does a file become articles? One reader a format, chosen by what is in the file. {@link
 * dev.dateline.ingest.Ingest} is the way in.
 *
 * <p>A further format is a further {@code ArticleReader} in the list of {@code Readers}: it says
 * which inputs are its own, and makes an outcome of each piece. What it did goes into a {@code
 * Trail}, which becomes the provenance; dates, paragraphs and bullets are read by {@code Dates} and
 * {@code Texts}, the same for all. The labels of story text are in {@code story-text.json}, the
 * names of JSON fields in {@code Field}.
 */
@NullMarked
package dev.dateline.ingest;

import org.jspecify.annotations.NullMarked;
