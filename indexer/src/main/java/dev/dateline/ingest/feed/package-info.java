/** How do the entries of a feed become articles? */
@NullMarked
package dev.dateline.ingest.feed;

import org.jspecify.annotations.NullMarked;
