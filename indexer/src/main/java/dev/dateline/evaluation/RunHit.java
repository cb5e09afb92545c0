package dev.dateline.evaluation;

/**
 * An article that was found for a topic.
 *
 * @param id the article's id; one with a blank in it makes no readable run file
 * @param score by which hits are ordered; 0 where the order is another
 */
public record RunHit(String id, float score) {}
