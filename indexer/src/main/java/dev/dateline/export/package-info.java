/**
 * How do all hits become a file for other programs? {@link dev.dateline.export.Export} writes a
 * stream of hits, to a file, a pipe or a connection, as lines of JSON or as a table.
 */
@NullMarked
package dev.dateline.export;

import org.jspecify.annotations.NullMarked;
