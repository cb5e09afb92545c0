/** What is asked of a corpus, what must be found, and how fast is bare Lucene, the floor? */
@NullMarked
package dev.dateline.benchmarks.queries;

import org.jspecify.annotations.NullMarked;
