/** How should an index carry stems and words as written? */
@NullMarked
package dev.dateline.benchmarks.wordforms;

import org.jspecify.annotations.NullMarked;
