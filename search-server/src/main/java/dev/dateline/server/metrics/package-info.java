/** What does an operator see of the work? Counters and histograms, and where each request went. */
@NullMarked
package dev.dateline.server.metrics;

import org.jspecify.annotations.NullMarked;
