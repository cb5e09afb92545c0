package dev.dateline.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says for all its entries.
 *
 * @param title the name of the publication
 * @param url the address of its site
 * @param language its language as it is written
 * @param authors their names
 */
record Feed(
    @Nullable String title,
    @Nullable String url,
    @Nullable String language,
    List<String> authors) {}
