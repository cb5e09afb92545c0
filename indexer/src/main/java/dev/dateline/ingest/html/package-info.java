/**
 * What on a web page is the article? {@link dev.dateline.ingest.html.Page} is the way in: a page's
 * facts, such as its headline and its date, each with the rule that found it, and its text as
 * blocks. What becomes of them is left to the reader of the format.
 *
 * <p>No rule here is for one site: they go by the standards of metadata, by the elements of HTML,
 * and by the words that authors of pages use for their classes.
 */
@NullMarked
package dev.dateline.ingest.html;

import org.jspecify.annotations.NullMarked;
