package dev.dateline.ingest.html;

/**
 * What a page says of its article.
 *
 * @param value plain text, never blank
 * @param rule where the page says so, as {@link Property} lists it
 */
record Fact(String value, String rule) {}
