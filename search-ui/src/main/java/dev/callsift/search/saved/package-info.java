/**
 * Searches kept under a name, and the alerts they raise. A new call enters when the job has indexed it; an alert leaves, at most
 * once for each search and call, as a row that the pages show and a message for whoever listens. What matches is decided by the
 * search itself, never here.
 */
@NullMarked
package dev.callsift.search.saved;

import org.jspecify.annotations.NullMarked;
