/** How does the plain text of a story, as copied from a page, become an article? */
@NullMarked
package dev.dateline.ingest.story;

import org.jspecify.annotations.NullMarked;
