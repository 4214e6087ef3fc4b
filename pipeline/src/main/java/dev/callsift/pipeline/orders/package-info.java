/**
 * Orders as the shop's system knows them: read from files or put through the API, found again by what callers say. In go rows, out
 * come {@link dev.callsift.pipeline.orders.Order}s and which of them a call is about.
 */
@NullMarked
package dev.callsift.pipeline.orders;

import org.jspecify.annotations.NullMarked;
