package dev.dateline.cli;

import dev.dateline.article.Article;

/**
 * An article on its way into an index.
 *
 * @param again whether this reading of its file may have given the article before, so that it is
 *     another copy, and not an edit, of what the index holds from that file
 */
record Incoming(Article article, boolean again) {}
