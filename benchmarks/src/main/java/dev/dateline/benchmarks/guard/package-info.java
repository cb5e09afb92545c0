/**
 * Did a change make searches slower? Two builds of the program side by side, by ratios of CPU time.
 */
@NullMarked
package dev.dateline.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
