/** How soon does a server answer at a rate, and what becomes of it when more is asked? */
@NullMarked
package dev.dateline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
