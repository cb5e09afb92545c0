/**
 * What can be done to the whole index while it is served? Reindexing, backing up, verifying and
 * deleting, as jobs beside searches and writes. The only package that knows the embedded engine, as
 * only that can do these.
 */
@NullMarked
package dev.dateline.server.admin;

import org.jspecify.annotations.NullMarked;
