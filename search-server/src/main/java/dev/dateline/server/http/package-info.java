/**
 * How does the server speak HTTP? Spark Java's routes on a Jetty of our own making, requests read
 * strictly, answers with their length, and one place that turns failures into problems (RFC 9457).
 */
@NullMarked
package dev.dateline.server.http;

import org.jspecify.annotations.NullMarked;
