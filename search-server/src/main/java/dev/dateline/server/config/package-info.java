/**
 * How is the server set up? One record, read from options, then the environment, then a properties
 * file.
 */
@NullMarked
package dev.dateline.server.config;

import org.jspecify.annotations.NullMarked;
