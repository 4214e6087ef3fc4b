/**
 * What callers want done: each modification request, and each cancellation that was asked for and not done, as an item that somebody
 * takes care of. In go a call's tags, out come {@link dev.callsift.pipeline.operations.WorkItem}s with their history.
 */
@NullMarked
package dev.callsift.pipeline.operations;

import org.jspecify.annotations.NullMarked;
