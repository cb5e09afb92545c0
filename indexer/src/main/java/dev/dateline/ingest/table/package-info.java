/**
 * How does a table become articles? {@link dev.dateline.ingest.table.TableReader} reads CSV and its
 * kin, a row an article. A row is an object whose names are those of the columns: it takes the road
 * of {@code ingest.json}, the one family that this one uses.
 */
@NullMarked
package dev.dateline.ingest.table;

import org.jspecify.annotations.NullMarked;
