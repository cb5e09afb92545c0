/**
 * What does the API promise? Its OpenAPI 3.1 description, made of what is written by hand and of
 * the tables that define the parameters, so that it says what the server does.
 */
@NullMarked
package dev.dateline.server.openapi;

import org.jspecify.annotations.NullMarked;
