package dev.dateline.index;

import org.jspecify.annotations.Nullable;

/**
 * What an index that keeps its own files has on disk.
 *
 * @param schema the version of the layout of its fields
 * @param segments the pieces that a search looks through; many make it slower, and merges make them
 *     fewer
 * @param previousBytes what the previous generation takes, also one that an earlier version made; 0
 *     if none is kept
 * @param keptSources how many files and streams are kept that articles were read from; null if that
 *     cannot be read
 * @param sourcesBytes what they take, together with which files were read
 * @param failures how many documents could not be read, and were not since
 */
public record Storage(
    int schema,
    int segments,
    long previousBytes,
    @Nullable Long keptSources,
    long sourcesBytes,
    long failures) {}
