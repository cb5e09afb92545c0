/** Where do I start? {@link dev.dateline.Dateline} opens an index for searching or for writing. */
@NullMarked
package dev.dateline;

import org.jspecify.annotations.NullMarked;
