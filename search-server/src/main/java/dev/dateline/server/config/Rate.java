package dev.dateline.server.config;

import java.time.Duration;

/**
 * So many requests in a span of time. All of them may come at once; then they are let in evenly.
 *
 * @param requests at least 1
 * @param span the time in which they may be made
 */
public record Rate(long requests, Duration span) {}
