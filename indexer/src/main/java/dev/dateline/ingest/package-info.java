/** How does a file become articles? One reader a format, chosen by what is in the file. */
@NullMarked
package dev.dateline.ingest;

import org.jspecify.annotations.NullMarked;
