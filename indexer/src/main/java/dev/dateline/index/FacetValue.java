package dev.dateline.index;

/**
 * A value of an attribute, and how many articles have it.
 *
 * @param value the value as most of the articles that were counted write it; values that differ in
 *     case and diacritics alone are one
 * @param articles how many articles have it, exactly; 0 only where the request filters by it
 */
public record FacetValue(String value, long articles) {}
