/**
 * What turns of a call mean, beyond their words, and what a call as a whole is about: a transformer that was trained on labelled calls
 * ({@code models/encoder}).
 */
@NullMarked
package dev.callsift.models.meaning;

import org.jspecify.annotations.NullMarked;
