/** What does the person at the terminal see? The commands, their options, progress and messages. */
@NullMarked
package dev.dateline.cli;

import org.jspecify.annotations.NullMarked;
