/**
 * The language of the tags: the taxonomy (codes, titles, definitions, examples, rules) as data, loaded and validated as a
 * whole. Nothing here looks at a transcript; the tagging stage does.
 */
@NullMarked
package dev.callsift.models.language;

import org.jspecify.annotations.NullMarked;
