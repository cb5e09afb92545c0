/** What does each address of the API answer? */
@NullMarked
package dev.dateline.server.api;

import org.jspecify.annotations.NullMarked;
