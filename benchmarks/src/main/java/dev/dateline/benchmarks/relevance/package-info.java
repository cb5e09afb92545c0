/**
 * How good is an order of hits, a proposal, a similar article? By judged sets and by subjects that
 * editors gave.
 */
@NullMarked
package dev.dateline.benchmarks.relevance;

import org.jspecify.annotations.NullMarked;
