/** What is the program, and what does it take to serve an index? */
@NullMarked
package dev.dateline.server;

import org.jspecify.annotations.NullMarked;
