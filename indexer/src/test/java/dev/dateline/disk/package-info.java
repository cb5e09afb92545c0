/** A disk that loses what was not synced when the power goes, for tests. */
@NullMarked
package dev.dateline.disk;

import org.jspecify.annotations.NullMarked;
