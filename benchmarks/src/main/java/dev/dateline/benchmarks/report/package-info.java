/**
 * What are the figures now? Runs the benchmarks that the table in {@code benchmarks/README.md} is
 * made of, and draws them.
 */
@NullMarked
package dev.dateline.benchmarks.report;

import org.jspecify.annotations.NullMarked;
