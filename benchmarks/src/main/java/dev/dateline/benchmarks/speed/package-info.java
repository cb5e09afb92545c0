/** How long does it take? By JMH. */
@NullMarked
package dev.dateline.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
