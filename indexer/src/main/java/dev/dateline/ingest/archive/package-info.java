/**
 * What is in an archive? The entries of zip and tar files are read as files of their own, the
 * answers in web archives (WARC, ARC) as pages, the documents of TREC files as articles.
 *
 * <p>An archive is a stream, which may come from a pipe: it is read once, from its start to its
 * end, and nothing in it is believed. A name in it is only a name, a length only a hint, and what
 * it unpacks to is bounded by its size.
 */
@NullMarked
package dev.dateline.ingest.archive;

import org.jspecify.annotations.NullMarked;
