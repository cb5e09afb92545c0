/**
 * How do the items of news wires become articles? {@code Nitf} and {@code NewsItem} each list which
 * element sets which part of an article.
 */
@NullMarked
package dev.dateline.ingest.wire;

import org.jspecify.annotations.NullMarked;
