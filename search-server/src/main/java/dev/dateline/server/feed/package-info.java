/**
 * How is a search a feed? What a feed says ({@link dev.dateline.server.feed.Feed}), and how it is
 * written: RSS 2.0, Atom 1.0 (RFC 4287), JSON Feed 1.1. And how a browser learns to search here.
 */
@NullMarked
package dev.dateline.server.feed;

import org.jspecify.annotations.NullMarked;
