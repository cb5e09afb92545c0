/**
 * What did the user ask? {@link dev.dateline.query.QueryText} turns what a person typed into a tree
 * of {@link dev.dateline.query.QueryNode}s, with warnings and never an exception. The tree knows
 * nothing of any backend.
 */
@NullMarked
package dev.dateline.query;

import org.jspecify.annotations.NullMarked;
