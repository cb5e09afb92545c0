/**
 * How does a file become articles? One reader a format, chosen by what is in the file. {@link
 * dev.dateline.ingest.Ingest} is the way in.
 *
 * <p>A further format is a further {@link dev.dateline.ingest.reader.ArticleReader} in the list of
 * {@code Readers}: it says which inputs are its own, and makes an outcome of each piece. Each
 * family of formats has a package of its own.
 */
@NullMarked
package dev.dateline.ingest;

import org.jspecify.annotations.NullMarked;
