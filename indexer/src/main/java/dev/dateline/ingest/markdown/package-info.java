/**
 * How does a Markdown file become an article? {@link dev.dateline.ingest.markdown.MarkdownReader}
 * reads what static site generators publish from: front matter and a text in CommonMark. The front
 * matter is an object of facts: it takes the road of {@code ingest.json}, the one family that this
 * one uses.
 */
@NullMarked
package dev.dateline.ingest.markdown;

import org.jspecify.annotations.NullMarked;
