/**
 * The search page and its JSON form. A query enters, cards of calls with the moments that match leave. The query is understood
 * by the index; here it is only passed on and its answer put into words.
 */
@NullMarked
package dev.callsift.ui.search;

import org.jspecify.annotations.NullMarked;
