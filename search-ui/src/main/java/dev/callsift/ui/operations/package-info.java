/** The queue of what callers want done: the page that operations works in, its JSON API, and its live updates. */
@NullMarked
package dev.callsift.ui.operations;

import org.jspecify.annotations.NullMarked;
