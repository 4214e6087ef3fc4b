/**
 * The outbox for people, messages and channels, and the way in by which an order system tells what became of an item. Nothing here
 * sends: it shows, puts back and gives up. No secret and no channel's address leaves through a page.
 */
@NullMarked
package dev.callsift.ui.outbox;

import org.jspecify.annotations.NullMarked;
