/**
 * What is an article? {@link dev.dateline.article.Article} and its parts: plain values that know
 * nothing of files, indexes or the web.
 */
@NullMarked
package dev.dateline.article;

import org.jspecify.annotations.NullMarked;
