/**
 * What does a reader see in the browser? Pages that are complete without JavaScript: a model for
 * each, and a template that escapes whatever it shows.
 */
@NullMarked
package dev.dateline.server.page;

import org.jspecify.annotations.NullMarked;
