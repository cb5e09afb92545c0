package dev.dateline.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state of an index that searches see. Two answers to one request are the same where the commit
 * and {@code asOf} are, and where it is {@link #settled}.
 *
 * @param generation the name of the generation; changes with every reindex
 * @param version tells the commits of a generation apart
 * @param at when it was made, or null if that is not known
 * @param settled whether no article in it is under an embargo, which would end by itself
 */
public record Commit(String generation, String version, @Nullable Instant at, boolean settled) {}
