/**
 * How do clients of other news APIs search here? NewsAPI and the Guardian's Open Platform: their
 * parameters become a {@link dev.dateline.index.SearchRequest}, and what is found takes their form.
 */
@NullMarked
package dev.dateline.server.compat;

import org.jspecify.annotations.NullMarked;
