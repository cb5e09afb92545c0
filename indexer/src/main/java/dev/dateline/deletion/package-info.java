/**
 * Which articles must go, and what is left of them? Deletes and purges for every door. Knows the
 * embedded engine, as only that can purge.
 */
@NullMarked
package dev.dateline.deletion;

import org.jspecify.annotations.NullMarked;
