/** What does it cost, in time and space, and how good is it? A package for each question. */
@NullMarked
package dev.dateline.benchmarks;

import org.jspecify.annotations.NullMarked;
