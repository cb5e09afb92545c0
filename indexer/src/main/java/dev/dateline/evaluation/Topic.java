package dev.dateline.evaluation;

/**
 * A question whose answers are judged.
 *
 * @param number its name in the judgments; any text without a blank
 * @param text what is asked
 */
public record Topic(String number, String text) {}
