/**
 * What is searched? Articles that are made up, the same for everyone who names the same seed, and
 * articles that are read from files.
 */
@NullMarked
package dev.dateline.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
