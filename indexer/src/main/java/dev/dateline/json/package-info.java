/**
 * How do articles and answers look as JSON? One shape each, the same on disk, at the terminal and
 * over HTTP.
 */
@NullMarked
package dev.dateline.json;

import org.jspecify.annotations.NullMarked;
