package dev.dateline.server.page;

/**
 * What each page loads.
 *
 * @param style the address of the style sheet
 * @param script the address of the script
 */
public record Head(String style, String script) {}
