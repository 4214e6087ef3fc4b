/**
 * Searching calls: what a person types becomes Lucene queries, and comes back as calls with the moments that matched. Enters
 * a {@link dev.callsift.search.SearchRequest}, leaves a {@link dev.callsift.search.SearchResult}. Nothing here knows pages.
 */
@NullMarked
package dev.callsift.search;

import org.jspecify.annotations.NullMarked;
