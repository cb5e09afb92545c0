/** How do JSON objects become articles, whatever they call their fields? */
@NullMarked
package dev.dateline.ingest.json;

import org.jspecify.annotations.NullMarked;
