package dev.dateline.index;

/**
 * What an index holds.
 *
 * @param articles how many articles can be found, withdrawn ones not counted
 * @param generation the name of the generation that answers; changes with every reindex
 */
public record IndexStats(long articles, String generation) {}
