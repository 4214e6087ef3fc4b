/**
 * The page of one call and its JSON form: transcript, tags with their evidence, and the recording, served in ranges from a
 * bounded local copy. A call's id enters; nothing is ever changed in a store.
 */
@NullMarked
package dev.callsift.ui.call;

import org.jspecify.annotations.NullMarked;
