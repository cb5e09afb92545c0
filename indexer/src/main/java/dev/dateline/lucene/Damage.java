package dev.dateline.lucene;

/**
 * Something in an index that is not as it was written, or not as it must be.
 *
 * @param file where: a file or folder, relative to the folder of the index
 * @param what what is wrong, in words for the person who keeps the index
 */
public record Damage(String file, String what) {}
