/**
 * What does it cost, in time and space? Benchmarks over generated articles, which are the same for
 * everyone who names the same seed, and over corpora that are given by a path.
 */
@NullMarked
package dev.dateline.benchmarks;

import org.jspecify.annotations.NullMarked;
